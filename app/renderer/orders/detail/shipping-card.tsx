import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Order } from '../../../../domain/order.ts';
import { useApp } from '../../live/app.ts';
import { useFacts } from '../../live/facts.ts';
import { plainText } from '../../ui/plain-text.ts';
import { Untrusted } from '../../ui/untrusted.tsx';
import { addressLines } from '../address-lines.ts';
import { CopyButton } from '../copy-button.tsx';
import { Card, Fact } from './card.tsx';

/** **Shipping Details**: the address as it stands on a label, or that the customer fetches the order. */
export function ShippingCard(props: { order: Order }) {
  const { method, shipping } = props.order;
  const { dialogs } = useApp();
  const { t } = useTranslation();
  const locale = useFacts().profile?.locale ?? 'en';
  const correct = (
    <Button
      variant="default"
      size="sm"
      onClick={() => dialogs.getState().open({ kind: 'correct-address', orderId: props.order.id })}
      data-testid="correct-address"
    >
      {t('orders.correct.address')}
    </Button>
  );
  if (!shipping || method !== 'delivery') {
    const why = method === 'delivery' ? 'shippingNone' : method;
    return (
      <Card title={t('orders.detail.shippingDetails')} side={method === 'delivery' && correct}>
        {t(`orders.detail.${why}`)}
      </Card>
    );
  }
  const lines = addressLines(shipping, locale);
  const address = t('orders.detail.address');
  return (
    <Card title={t('orders.detail.shippingDetails')} side={correct} testId="shipping-details">
      <Fact
        name={address}
        side={<CopyButton text={lines.map((line) => plainText(line, 2_000)).join('\n')} what={address} />}
      >
        {lines.map((line, index) => (
          <div key={index}>
            <Untrusted text={line} limit={200} />
          </div>
        ))}
      </Fact>
      {shipping.phone.trim() && (
        <Fact
          name={t('orders.detail.phone')}
          side={<CopyButton text={plainText(shipping.phone, 200)} what={t('orders.detail.phone')} />}
        >
          <Untrusted text={shipping.phone} />
        </Fact>
      )}
    </Card>
  );
}
