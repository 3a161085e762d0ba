import { createContext, use } from 'react';
import type { Bridge } from '../../contract/bridge.ts';
import type { Identity } from '../../contract/identity.ts';
import type { Replica } from '../../replica/replica.ts';
import type { AlertPlayer } from '../alarm/alert-player.ts';
import type { Checkout } from '../register/sale/checkout.ts';
import type { BackOfficeStore } from '../state/back-office-store.ts';
import type { CartStore } from '../state/cart-store.ts';
import type { DialogStore } from '../state/dialog-store.ts';
import type { ScreenStore } from '../state/screen-store.ts';
import type { SettingsStore } from '../state/settings-store.ts';

/** Everything a screen may use, put together once at the start and handed down. */
export type App = {
  readonly bridge: Bridge;
  readonly identity: Identity;
  readonly replica: Replica;
  readonly player: AlertPlayer;
  readonly screen: ScreenStore;
  readonly dialogs: DialogStore;
  readonly settings: SettingsStore;
  readonly backOffice: BackOfficeStore;
  readonly cart: CartStore;
  readonly checkout: Checkout;
  /** Forget who this register is and go through pairing again. The queue stays on disk. */
  readonly pairAgain: () => void;
};

export const AppContext = createContext<App | null>(null);

/** The running app. @throws when a part is rendered outside it: a defect, not a fault of the day. */
export function useApp(): App {
  const app = use(AppContext);
  if (!app) throw new Error('This part must stand inside AppContext.');
  return app;
}
