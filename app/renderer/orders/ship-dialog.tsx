import { Alert, Button, Group, Modal, Text, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderView } from '../../../domain/pending.ts';
import { stepsFrom } from '../../../domain/steps.ts';
import type { StatusDialog } from '../state/dialog-store.ts';
import { CourierField } from './courier-field.tsx';
import { numberText } from './number-text.ts';
import { useStoreStatus } from './status-change.ts';
import { typedParcel } from './typed-parcel.ts';
import { LONGEST_PARCEL_TEXT, VERBATIM } from './verbatim.ts';

/** *Shipped* asks for **Courier** and **Tracking ID**; both are required. */
export function ShipDialog(props: {
  view: OrderView;
  dialog: Extract<StatusDialog, { kind: 'ship' }>;
  onClose: () => void;
}) {
  const { view, dialog, onClose } = props;
  const { t } = useTranslation();
  const store = useStoreStatus();
  const [typed, setTyped] = useState({ courier: '', trackingId: '' });
  const [shippedTo] = useState(view.order.shipping);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const trackingRef = useRef<HTMLInputElement>(null);
  const possible = stepsFrom(view.order).includes('shipped');
  const parcel = typedParcel(typed.courier, typed.trackingId);

  const save = async () => {
    setTried(true);
    if (!possible || busy || !parcel.courier || !parcel.trackingId) return;
    setBusy(true);
    if (await store(view, dialog.seen, 'shipped', { parcel, ...(shippedTo ? { shippedTo } : {}) })) onClose();
    setBusy(false);
  };
  const setCourier = (courier: string) => setTyped((before) => ({ ...before, courier }));

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('status.ship.title', { number: numberText(view.order.number) })}
      size={520}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <CourierField
          value={typed.courier}
          error={tried && !parcel.courier ? t('status.ship.courierMissing') : undefined}
          onType={setCourier}
          onPick={(courier) => {
            setCourier(courier);
            trackingRef.current?.focus();
          }}
        />
        <TextInput
          {...VERBATIM}
          ref={trackingRef}
          mt="md"
          label={t('status.ship.tracking')}
          value={typed.trackingId}
          onChange={(event) => setTyped({ ...typed, trackingId: event.currentTarget.value })}
          error={tried && !parcel.trackingId ? t('status.ship.trackingMissing') : undefined}
          maxLength={LONGEST_PARCEL_TEXT}
          withAsterisk
          data-testid="ship-tracking"
        />
        <Text size="sm" c="var(--sb-ink-soft)" mt="md">
          {t(view.order.contact.email ? 'status.ship.tells' : 'status.noAddress')}
        </Text>
        {!possible && (
          <Alert color="orange" mt="md">
            {t('status.movedOn', { status: t(`status.label.${view.label}`) })}
          </Alert>
        )}
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose} data-testid="ship-cancel">
            {t('common.cancel')}
          </Button>
          <Button type="submit" disabled={!possible} loading={busy} data-testid={`ship-${dialog.saveWord}`}>
            {t(`common.${dialog.saveWord}`)}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
