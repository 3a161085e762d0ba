import { useTranslation } from 'react-i18next';
import type { Order } from '../../../../domain/order.ts';
import { plainText } from '../../ui/plain-text.ts';
import { Untrusted } from '../../ui/untrusted.tsx';
import { useOrderWords } from '../use-words.ts';
import { Card, Fact } from './card.tsx';

const STATE = { paid: 'paid', unpaid: 'unpaid', refunded: 'refunded' } as const;

/** How and when the money came; for a walk-in sale also the cash and the change given. */
export function PaymentCard(props: { order: Order }) {
  const { payment, currency, totals } = props.order;
  const { t } = useTranslation();
  const words = useOrderWords();
  const method = plainText(payment.method, 60);
  const when = payment.paidAt ? `, ${words.full(payment.paidAt)}` : '';
  return (
    <Card title={t('orders.detail.payment')}>
      <div>
        <bdi>{t(`orders.detail.${STATE[payment.status]}`, { method })}</bdi>
        {payment.status === 'unpaid' ? '' : when}
      </div>
      {payment.reference && (
        <Fact name={t('orders.detail.reference')}>
          <Untrusted text={payment.reference} />
        </Fact>
      )}
      {payment.tendered !== undefined && (
        <>
          <Fact name={t('orders.detail.tendered')}>{words.money(payment.tendered, currency)}</Fact>
          <Fact name={t('orders.detail.change')}>{words.money(payment.tendered - totals.total, currency)}</Fact>
        </>
      )}
    </Card>
  );
}
