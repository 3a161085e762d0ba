import { useStore } from 'zustand';
import { useApp } from '../live/app.ts';
import { useOrder } from '../live/use-replica.ts';
import { useReturnFocus } from '../ui/use-return-focus.ts';
import type { StatusDialog } from '../state/dialog-store.ts';
import { AddressDialog } from './address-dialog.tsx';
import { ChooseStatus } from './choose-status.tsx';
import { ConfirmStep } from './confirm-step.tsx';
import { ShipDialog } from './ship-dialog.tsx';
import { TrackingDialog } from './tracking-dialog.tsx';

/** The one place where questions about an order are asked, for Register and BackOffice alike. */
export function StatusDialogs() {
  const { dialogs } = useApp();
  const dialog = useStore(dialogs, (state) => state.status);
  useReturnFocus(dialog !== null);
  return dialog && <Asked key={`${dialog.kind}:${dialog.orderId}`} dialog={dialog} />;
}

function Asked(props: { dialog: StatusDialog }) {
  const { dialogs } = useApp();
  const { dialog } = props;
  const view = useOrder(dialog.orderId);
  const close = () => dialogs.getState().close();
  if (!view) return null;
  if (dialog.kind === 'choose') return <ChooseStatus view={view} saveWord={dialog.saveWord} onClose={close} />;
  if (dialog.kind === 'ship') return <ShipDialog view={view} dialog={dialog} onClose={close} />;
  if (dialog.kind === 'correct-tracking') return <TrackingDialog view={view} dialog={dialog} onClose={close} />;
  if (dialog.kind === 'correct-address') return <AddressDialog view={view} onClose={close} />;
  return <ConfirmStep view={view} dialog={dialog} onClose={close} />;
}
