import type { Bridge } from '../../contract/bridge.ts';
import type { Identity } from '../../contract/identity.ts';
import type { Replica } from '../../replica/replica.ts';
import { createAlertPlayer } from '../alarm/alert-player.ts';
import { runAlarm } from '../alarm/run-alarm.ts';
import { openWebSpeaker } from '../alarm/web-speaker.ts';
import type { Say } from '../i18n/open-words.ts';
import { createCheckout } from '../register/sale/checkout.ts';
import { createBackOfficeStore } from '../state/back-office-store.ts';
import { createCartStore } from '../state/cart-store.ts';
import { createDialogStore } from '../state/dialog-store.ts';
import { createScreenStore } from '../state/screen-store.ts';
import { createSettingsStore } from '../state/settings-store.ts';
import type { OpenedApp } from './session.ts';

/** Put a running app together around an open replica; `close` ends all of it, the replica last. */
export function assembleApp(parts: {
  bridge: Bridge;
  identity: Identity;
  replica: Replica;
  bellUrl: string;
  t: Say;
  pairAgain: () => void;
  page: Window;
}): OpenedApp {
  const { bridge, identity, replica, bellUrl, t, pairAgain, page } = parts;
  const screen = createScreenStore();
  const cart = createCartStore();
  const player = createAlertPlayer({
    speaker: openWebSpeaker(bellUrl),
    beep: () => void bridge.beep(),
    repeat: (run, every) => {
      const timer = setInterval(run, every);
      return () => clearInterval(timer);
    },
  });
  const alarm = runAlarm({ replica, bridge, player, t });
  const endWake = bridge.onWake(() => replica.reconnect());
  const endOpen = bridge.onOpenOrder((orderId) => screen.getState().openOrder(orderId, 'online'));
  page.addEventListener('pointerdown', player.unlock);
  page.addEventListener('keydown', player.unlock);

  return {
    app: {
      bridge,
      identity,
      replica,
      player,
      screen,
      dialogs: createDialogStore(),
      settings: createSettingsStore(),
      backOffice: createBackOfficeStore(),
      cart,
      checkout: createCheckout({ replica, cart }),
      pairAgain,
    },
    close: async () => {
      endWake();
      endOpen();
      page.removeEventListener('pointerdown', player.unlock);
      page.removeEventListener('keydown', player.unlock);
      await alarm.close();
      await replica.close();
    },
  };
}
