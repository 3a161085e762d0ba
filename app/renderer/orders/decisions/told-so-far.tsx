import { useTranslation } from 'react-i18next';
import type { Order } from '../../../../domain/order.ts';
import { isolated, plainText } from '../../ui/plain-text.ts';
import { messageRows } from '../message-rows.ts';
import { useOrderWords } from '../use-words.ts';
import classes from './decision-card.module.css';

/** What the customer knows by now: decides how much explaining a choice will need. */
export function ToldSoFar(props: { order: Order }) {
  const { t } = useTranslation();
  const words = useOrderWords();
  const rows = messageRows(props.order);
  return (
    <div className={classes.told} data-testid="told-so-far">
      <div className={classes.soft}>{t('decisions.told')}</div>
      {rows.length === 0 && t('orders.messages.none')}
      {rows.map((row) => (
        <div key={row.key}>
          {t(`orders.messages.told.${row.kind}`)}
          {' · '}
          {t(`orders.messages.${row.state}`, {
            when: row.at ? words.full(row.at) : '',
            to: isolated(row.to, 80),
            reason: plainText(row.reason, 300),
          })}
        </div>
      ))}
    </div>
  );
}
