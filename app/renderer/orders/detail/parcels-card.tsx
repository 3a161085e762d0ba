import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { trackingLink } from '../../../../domain/courier.ts';
import type { Order, Parcel } from '../../../../domain/order.ts';
import { useApp } from '../../live/app.ts';
import { useFacts } from '../../live/facts.ts';
import { Untrusted } from '../../ui/untrusted.tsx';
import { CopyButton } from '../copy-button.tsx';
import { useOrderWords } from '../use-words.ts';
import { Card, Fact } from './card.tsx';

/** What is on its way, with whom, and under which number. */
export function ParcelsCard(props: { order: Order }) {
  const { t } = useTranslation();
  const { parcels } = props.order;
  if (parcels.length === 0) return null;
  return (
    <Card title={t('orders.detail.parcels')} testId="parcels">
      {parcels.map((parcel) => (
        <ParcelFacts key={parcel.id} orderId={props.order.id} parcel={parcel} />
      ))}
    </Card>
  );
}

function ParcelFacts(props: { orderId: string; parcel: Parcel }) {
  const { parcel } = props;
  const { dialogs } = useApp();
  const { t } = useTranslation();
  const words = useOrderWords();
  const link = trackingLink(useFacts().couriers, parcel.courier, parcel.trackingId);
  const count = parcel.lines.reduce((sum, line) => sum + line.quantity, 0);
  const tracking = t('orders.detail.trackingId');
  const linkName = t('orders.detail.trackingLink');
  const shipped = t('orders.detail.shippedOn', { when: words.full(parcel.shippedAt) });
  return (
    <div>
      <Fact name={`${shipped} · ${t('orders.detail.parcelItems', { count })}`}>
        <Untrusted text={parcel.courier} />
      </Fact>
      <Fact name={tracking} side={<CopyButton text={parcel.trackingId} what={tracking} />}>
        <strong>
          <Untrusted text={parcel.trackingId} limit={200} />
        </strong>
      </Fact>
      {link && (
        <Fact name={linkName} side={<CopyButton text={link} what={linkName} />}>
          <Untrusted text={link} limit={300} />
        </Fact>
      )}
      <Button
        variant="default"
        size="sm"
        onClick={() =>
          dialogs.getState().open({ kind: 'correct-tracking', orderId: props.orderId, parcelId: parcel.id })
        }
        data-testid="correct-tracking"
      >
        {t('orders.correct.tracking')}
      </Button>
    </div>
  );
}
