import { useTranslation } from 'react-i18next';
import type { Order } from '../../../../domain/order.ts';
import { Untrusted } from '../../ui/untrusted.tsx';
import { optionsText } from '../item-words.ts';
import { useOrderWords } from '../use-words.ts';
import { Card } from './card.tsx';
import classes from './lines-card.module.css';

/** What was bought, and what it adds up to. */
export function LinesCard(props: { order: Order }) {
  const { order } = props;
  const { t } = useTranslation();
  const words = useOrderWords();
  const money = (amount: number) => words.money(amount, order.currency);
  const { totals } = order;
  return (
    <Card title={t('orders.detail.lines')}>
      <ul className={classes.lines}>
        {order.lines.map((line) => (
          <li key={line.id} className={classes.line}>
            <span className={classes.quantity}>{line.quantity} ×</span>
            <span className={classes.what}>
              <Untrusted text={line.name} limit={200} />
              <span className={classes.soft}>
                <bdi>{[optionsText(line), line.sku].filter(Boolean).join(' · ').slice(0, 400)}</bdi>
              </span>
              {line.quantity > 1 && (
                <span className={classes.soft}>{t('orders.detail.each', { price: money(line.unitPrice) })}</span>
              )}
              {line.discount > 0 && (
                <span className={classes.soft}>
                  {t('orders.detail.discount')} {money(-line.discount)}
                </span>
              )}
            </span>
            <span className={classes.amount}>{money(line.total)}</span>
          </li>
        ))}
      </ul>
      <dl className={classes.sums}>
        <Sum name={t('orders.detail.subtotal')} amount={money(totals.subtotal)} />
        {totals.discount > 0 && <Sum name={t('orders.detail.discount')} amount={money(-totals.discount)} />}
        {order.method === 'delivery' && <Sum name={t('orders.detail.shipping')} amount={money(totals.shipping)} />}
        {!totals.taxIncluded && <Sum name={t('orders.detail.tax')} amount={money(totals.tax)} />}
        <Sum name={t('orders.detail.total')} amount={money(totals.total)} strong />
        {totals.taxIncluded && totals.tax > 0 && (
          <Sum name={t('orders.detail.taxIncluded')} amount={money(totals.tax)} soft />
        )}
      </dl>
    </Card>
  );
}

function Sum(props: { name: string; amount: string; strong?: boolean; soft?: boolean }) {
  return (
    <div className={classes.sum} data-strong={props.strong} data-soft={props.soft}>
      <dt>{props.name}</dt>
      <dd>{props.amount}</dd>
    </div>
  );
}
