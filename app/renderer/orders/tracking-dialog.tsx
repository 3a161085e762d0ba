import { Button, Checkbox, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderView } from '../../../domain/pending.ts';
import { useAct } from '../live/use-act.ts';
import type { StatusDialog } from '../state/dialog-store.ts';
import { CourierField } from './courier-field.tsx';
import { numberText } from './number-text.ts';
import { typedParcel } from './typed-parcel.ts';
import { LONGEST_PARCEL_TEXT, VERBATIM } from './verbatim.ts';

/** *Correct tracking* of a parcel: courier, tracking ID, and whether the customer is told. */
export function TrackingDialog(props: {
  view: OrderView;
  dialog: Extract<StatusDialog, { kind: 'correct-tracking' }>;
  onClose: () => void;
}) {
  const { view, dialog, onClose } = props;
  const { t } = useTranslation();
  const act = useAct();
  const [parcel] = useState(() => view.order.parcels.find((each) => each.id === dialog.parcelId));
  const [typed, setTyped] = useState({ courier: parcel?.courier ?? '', trackingId: parcel?.trackingId ?? '' });
  const [tell, setTell] = useState(true);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  if (!parcel) return null;
  const { courier, trackingId } = typedParcel(typed.courier, typed.trackingId);
  const setCourier = (name: string) => setTyped((before) => ({ ...before, courier: name }));
  const save = async () => {
    setTried(true);
    if (busy || !courier || !trackingId) return;
    setBusy(true);
    const about = { orderId: view.order.id, parcelId: parcel.id, seenRevision: parcel.revision };
    if (await act({ kind: 'correct-tracking', ...about, courier, trackingId, tell })) onClose();
    setBusy(false);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('orders.correct.trackingTitle', { number: numberText(view.order.number) })}
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
          error={tried && !courier ? t('status.ship.courierMissing') : undefined}
          onType={setCourier}
          onPick={setCourier}
        />
        <TextInput
          {...VERBATIM}
          mt="md"
          label={t('status.ship.tracking')}
          value={typed.trackingId}
          onChange={(event) => setTyped({ ...typed, trackingId: event.currentTarget.value })}
          error={tried && !trackingId ? t('status.ship.trackingMissing') : undefined}
          maxLength={LONGEST_PARCEL_TEXT}
          withAsterisk
          data-testid="correct-tracking-id"
        />
        <Checkbox
          mt="md"
          size="md"
          label={t('orders.correct.tell')}
          checked={tell}
          onChange={(event) => setTell(event.currentTarget.checked)}
          data-testid="correct-tell"
        />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={busy} data-testid="correct-tracking-save">
            {t('common.save')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
