import { ActionIcon } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderView } from '../../../../domain/pending.ts';
import { plainText } from '../../ui/plain-text.ts';
import { UntrustedBlock } from '../../ui/untrusted.tsx';
import { numberText } from '../number-text.ts';
import { OrderMarks } from '../order-marks.tsx';
import { useOrderWords } from '../use-words.ts';
import { Card } from './card.tsx';
import { ContactCard } from './contact-card.tsx';
import { DecisionNotice } from './decision-notice.tsx';
import { HistoryCard } from './history-card.tsx';
import { LinesCard } from './lines-card.tsx';
import { MessagesCard } from './messages-card.tsx';
import { ParcelsCard } from './parcels-card.tsx';
import { PaymentCard } from './payment-card.tsx';
import { ShippingCard } from './shipping-card.tsx';
import classes from './order-detail.module.css';

/**
 * One order, whole, for Register and BackOffice.
 * @param props.status how the status is shown (a badge, or a dropdown to change it).
 * @param props.actions what stands at the end of the heading (the [...] menu).
 */
export function OrderDetail(props: { view: OrderView; status: ReactNode; actions?: ReactNode; onBack?: () => void }) {
  const { view, onBack } = props;
  const { order } = view;
  const { t } = useTranslation();
  const words = useOrderWords();
  const number = numberText(order.number);
  const inStore = order.channel === 'in-store';
  const when = words.full(order.placedAt);
  const source = plainText(order.source.name, 60);
  const backRef = useRef<HTMLButtonElement>(null);
  // Where the order took the place of its list, the row the keyboard stood on is gone.
  useEffect(() => {
    if (document.activeElement === document.body) backRef.current?.focus({ preventScroll: true });
  }, []);
  return (
    <article
      className={classes.detail}
      data-testid="order-detail"
      data-order-number={order.number}
      aria-label={t('orders.detail.label', { number })}
    >
      <div className={classes.head}>
        {onBack && (
          <ActionIcon ref={backRef} aria-label={t('common.back')} onClick={onBack} data-testid="order-back">
            <IconArrowLeft size={22} />
          </ActionIcon>
        )}
        <div className={classes.names}>
          <h2 className={classes.number}>
            {inStore ? t('orders.detail.receipt', { number }) : number}
            <OrderMarks view={view} />
          </h2>
          <div className={classes.soft}>
            {inStore ? t('orders.detail.sold', { when }) : t('orders.detail.placed', { when })}
            {' · '}
            {t(`orders.method.${order.method}`)}
            {source && <bdi> · {source}</bdi>}
          </div>
        </div>
        <div className={classes.actions}>
          {props.status}
          {props.actions}
        </div>
      </div>
      <div className={classes.body}>
        <DecisionNotice order={order} />
        <div className={classes.columns}>
          <div className={classes.column}>
            <LinesCard order={order} />
            <ParcelsCard order={order} />
            <MessagesCard order={order} />
            <HistoryCard order={order} />
          </div>
          <div className={classes.column}>
            {order.note.trim() && (
              <Card title={t('orders.detail.note')} testId="customer-note">
                <UntrustedBlock text={order.note} />
              </Card>
            )}
            {!inStore && <ContactCard contact={order.contact} />}
            {!inStore && <ShippingCard order={order} />}
            <PaymentCard order={order} />
          </div>
        </div>
      </div>
    </article>
  );
}
