import type { NativeImage } from 'electron';
import type { AlarmSignal } from '../contract/notice.ts';
import { newOrdersText } from './new-orders-text.ts';

type Parts = {
  readonly app: { setBadgeCount(count: number): boolean };
  readonly window: {
    flashFrame(on: boolean): void;
    isFocused(): boolean;
    setOverlayIcon(overlay: NativeImage | null, description: string): void;
  };
  readonly tray: { showNewOrders(count: number): void };
  readonly powerSaveBlocker: { start(type: 'prevent-app-suspension'): number; stop(id: number): unknown };
  /** Drawn on the task bar button on Windows, which has no badge; null elsewhere. */
  readonly overlay: NativeImage | null;
};

/** Shows on the desktop how many orders are new and whether the alarm rings, and keeps the computer awake while it does. */
export function openAlarmSignal({ app, window, tray, powerSaveBlocker, overlay }: Parts): {
  show(signal: AlarmSignal): void;
  close(): void;
} {
  let blocker: number | null = null;
  const keepAwake = (awake: boolean) => {
    if (awake && blocker === null) blocker = powerSaveBlocker.start('prevent-app-suspension');
    if (awake || blocker === null) return;
    powerSaveBlocker.stop(blocker);
    blocker = null;
  };
  return {
    show: ({ ringing, newOrders }) => {
      app.setBadgeCount(newOrders);
      tray.showNewOrders(newOrders);
      if (overlay) window.setOverlayIcon(newOrders > 0 ? overlay : null, newOrdersText(newOrders));
      window.flashFrame(ringing && !window.isFocused());
      keepAwake(ringing);
    },
    close: () => keepAwake(false),
  };
}
