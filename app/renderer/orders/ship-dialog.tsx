import { Alert, Autocomplete, Button, Group, Modal, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderView } from '../../../domain/pending.ts';
import { stepsFrom } from '../../../domain/steps.ts';
import { useFacts } from '../live/facts.ts';
import type { StatusDialog } from '../state/dialog-store.ts';
import { useStoreStatus } from './status-change.ts';

const LONGEST = 120;
/** What is typed is taken as it is: no corrector may touch a courier's reference. */
const VERBATIM = { spellCheck: false, autoComplete: 'off', autoCapitalize: 'off', autoCorrect: 'off' } as const;

/** *Shipped* asks for **Courier** and **Tracking ID**; both are required. */
export function ShipDialog(props: {
  view: OrderView;
  dialog: Extract<StatusDialog, { kind: 'ship' }>;
  onClose: () => void;
}) {
  const { view, dialog, onClose } = props;
  const { t } = useTranslation();
  const store = useStoreStatus();
  const { couriers } = useFacts();
  const [typed, setTyped] = useState({ courier: '', trackingId: '' });
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const possible = stepsFrom(view.order).includes('shipped');
  const parcel = { courier: typed.courier.trim(), trackingId: typed.trackingId.trim() };

  const save = async () => {
    setTried(true);
    if (!possible || busy || !parcel.courier || !parcel.trackingId) return;
    setBusy(true);
    if (await store(view, dialog.seen, 'shipped', parcel)) onClose();
    setBusy(false);
  };

  return (
    <Modal opened onClose={onClose} title={t('status.ship.title', { number: view.order.number })}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Autocomplete
          {...VERBATIM}
          label={t('status.ship.courier')}
          description={t('status.ship.courierHelp')}
          data={[...new Set(couriers.map((courier) => courier.name))]}
          value={typed.courier}
          onChange={(courier) => setTyped((before) => ({ ...before, courier }))}
          error={tried && !parcel.courier ? t('status.ship.courierMissing') : undefined}
          maxLength={LONGEST}
          withAsterisk
          data-autofocus
          data-testid="ship-courier"
        />
        <TextInput
          {...VERBATIM}
          mt="md"
          label={t('status.ship.tracking')}
          value={typed.trackingId}
          onChange={(event) => setTyped({ ...typed, trackingId: event.currentTarget.value })}
          error={tried && !parcel.trackingId ? t('status.ship.trackingMissing') : undefined}
          maxLength={LONGEST}
          withAsterisk
          data-testid="ship-tracking"
        />
        <Text size="sm" c="var(--sb-ink-soft)" mt="md">
          {t('status.ship.tells')}
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
          <Button type="submit" disabled={!possible} loading={busy} data-testid="ship-save">
            {t(`common.${dialog.saveWord}`)}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
