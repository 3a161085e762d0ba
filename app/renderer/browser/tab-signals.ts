import type { AlarmSignal } from '../../contract/notice.ts';

/** What a tab can show and hear in place of the shell. */
export type TabSignals = {
  readonly show: (signal: AlarmSignal) => void;
  readonly openOrder: (orderId: string | null) => void;
  readonly onOpenOrder: (listener: (orderId: string | null) => void) => () => void;
  readonly onWake: (listener: () => void) => () => void;
};

/** Title and app badge for the alarm; `online` and coming back into view for waking up. */
export function openTabSignals(page: Window): TabSignals {
  const openers = new Set<(orderId: string | null) => void>();
  const title = page.document.title;
  const badge = (count: number) => {
    const shown = count > 0 ? page.navigator.setAppBadge?.(count) : page.navigator.clearAppBadge?.();
    // Browsers without an installed app refuse; the title carries the count anyway.
    shown?.catch(() => {});
  };
  return {
    show: ({ ringing, newOrders }) => {
      const count = newOrders > 0 ? `(${newOrders}) ` : '';
      page.document.title = `${ringing ? '🔔 ' : ''}${count}${title}`;
      badge(newOrders);
    },
    openOrder: (orderId) => openers.forEach((open) => open(orderId)),
    onOpenOrder: (listener) => {
      openers.add(listener);
      return () => void openers.delete(listener);
    },
    onWake: (listener) => {
      const seen = () => {
        if (page.document.visibilityState === 'visible') listener();
      };
      page.addEventListener('online', listener);
      page.document.addEventListener('visibilitychange', seen);
      return () => {
        page.removeEventListener('online', listener);
        page.document.removeEventListener('visibilitychange', seen);
      };
    },
  };
}
