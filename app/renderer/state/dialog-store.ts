import { createStore, type StoreApi } from 'zustand';
import type { StatusLabel } from '../../../domain/label.ts';

/** The word on the button that stores: *Save* in the Register, *OK* in BackOffice. */
export type SaveWord = 'save' | 'ok';

/** The question on screen about one order: its status, a parcel's tracking, its address. `seen` is the label that stood there when the person decided. */
export type StatusDialog =
  | { readonly kind: 'choose'; readonly orderId: string; readonly saveWord: SaveWord }
  | { readonly kind: 'ship'; readonly orderId: string; readonly seen: StatusLabel; readonly saveWord: SaveWord }
  | { readonly kind: 'correct-tracking'; readonly orderId: string; readonly parcelId: string }
  | { readonly kind: 'correct-address'; readonly orderId: string }
  | {
      readonly kind: 'confirm';
      readonly orderId: string;
      readonly seen: StatusLabel;
      readonly to: 'cancelled' | 'refunded';
    };

export type DialogState = {
  readonly status: StatusDialog | null;
  readonly open: (dialog: StatusDialog) => void;
  readonly close: () => void;
};

export type DialogStore = StoreApi<DialogState>;

export function createDialogStore(): DialogStore {
  return createStore<DialogState>()((set) => ({
    status: null,
    open: (status) => set({ status }),
    close: () => set({ status: null }),
  }));
}
