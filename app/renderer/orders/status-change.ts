import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { StatusLabel } from '../../../domain/label.ts';
import type { OrderView } from '../../../domain/pending.ts';
import type { ShippingAddress } from '../../../domain/shipping-address.ts';
import { useApp } from '../live/app.ts';
import { useAct } from '../live/use-act.ts';
import { useConnection } from '../live/use-replica.ts';
import type { SaveWord } from '../state/dialog-store.ts';
import { numberText } from './number-text.ts';
import type { TypedParcel } from './typed-parcel.ts';

/** Steps that end an order and ask once more first. */
export function cannotBeTakenBack(to: StatusLabel): to is 'cancelled' | 'refunded' {
  return to === 'cancelled' || to === 'refunded';
}

/** Steps after which the customer gets a message. */
export function tellsCustomer(to: StatusLabel): boolean {
  return to === 'shipped' || to === 'ready-for-pickup';
}

/** What goes with *Shipped*: the parcel, and the address that stood on screen, which is on its label. */
export type Shipment = { readonly parcel: TypedParcel; readonly shippedTo?: ShippingAddress };

/**
 * Store a status change and say so. `seen` is the label the person looked at when deciding.
 * @returns false when it could not be stored; the person was told.
 */
export function useStoreStatus() {
  const act = useAct();
  const { t } = useTranslation();
  const online = useConnection().state === 'online';
  return useCallback(
    async (view: OrderView, seen: StatusLabel, to: StatusLabel, shipment?: Shipment): Promise<boolean> => {
      const orderId = view.order.id;
      const stored = await act({ kind: 'change-status', orderId, seen, to, ...shipment });
      if (!stored) return false;
      const told = online ? 'status.changedTold' : 'status.changedToldLater';
      notifications.show({
        id: `status-${orderId}`,
        color: 'petrol',
        title: t('status.changed', { number: numberText(view.order.number), status: t(`status.label.${to}`) }),
        message: tellsCustomer(to)
          ? t(view.order.contact.email ? told : 'status.noAddress')
          : online
            ? ''
            : t('status.changedWaits'),
      });
      return true;
    },
    [act, online, t],
  );
}

/**
 * What happens when a person picks a status: *Shipped* asks for the parcel, a step that cannot be taken back asks once
 * more, every other one is stored at once.
 */
export function useChooseStatus() {
  const { dialogs } = useApp();
  const store = useStoreStatus();
  return useCallback(
    (view: OrderView, to: StatusLabel, saveWord: SaveWord): void => {
      const { open, close } = dialogs.getState();
      const about = { orderId: view.order.id, seen: view.label };
      if (to === 'shipped') return open({ kind: 'ship', ...about, saveWord });
      if (cannotBeTakenBack(to)) return open({ kind: 'confirm', ...about, to });
      close();
      void store(view, view.label, to);
    },
    [dialogs, store],
  );
}
