import { Alert, Button, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderView } from '../../../domain/pending.ts';
import { stepsFrom } from '../../../domain/steps.ts';
import type { StatusDialog } from '../state/dialog-store.ts';
import { useStoreStatus } from './status-change.ts';
import { useOrderWords } from './use-words.ts';

/** Asks once more before a step that cannot be taken back. */
export function ConfirmStep(props: {
  view: OrderView;
  dialog: Extract<StatusDialog, { kind: 'confirm' }>;
  onClose: () => void;
}) {
  const { view, dialog, onClose } = props;
  const { t } = useTranslation();
  const words = useOrderWords();
  const store = useStoreStatus();
  const [busy, setBusy] = useState(false);
  const { number, totals, currency } = view.order;
  const possible = stepsFrom(view.order).includes(dialog.to);
  const confirm = async () => {
    setBusy(true);
    if (await store(view, dialog.seen, dialog.to)) onClose();
    setBusy(false);
  };
  return (
    <Modal opened onClose={onClose} title={t(`status.confirm.${dialog.to}.title`, { number })}>
      <Text mb="md">{t(`status.confirm.${dialog.to}.body`, { total: words.money(totals.total, currency) })}</Text>
      {!possible && (
        <Alert color="orange" mb="md">
          {t('status.movedOn', { status: t(`status.label.${view.label}`) })}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} data-autofocus data-testid="confirm-no">
          {t(`status.confirm.${dialog.to}.no`)}
        </Button>
        <Button color="red.8" disabled={!possible} loading={busy} onClick={confirm} data-testid="confirm-yes">
          {t(`status.confirm.${dialog.to}.yes`)}
        </Button>
      </Group>
    </Modal>
  );
}
