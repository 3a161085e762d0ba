import type { NodeNotifier } from 'node-notifier';
import type { NoticePort } from './notice-port.ts';

/** The helper program of the desktop did not come back: it was started, more cannot be known. */
const ANSWERS_WITHIN_MS = 3000;

type Parts = {
  /** Loaded on first use: most desktops never need it. */
  readonly load: () => Promise<Pick<NodeNotifier, 'notify'>>;
  readonly later: (run: () => void, ms: number) => () => void;
};

/** Notifications through the small helper programs of node-notifier, for desktops where Electron's own do not work. */
export function openNodeNotifierNotices({ load, later }: Parts): NoticePort {
  return {
    show: async ({ title, body }, onOpen) => {
      const notifier = await load().catch(() => null);
      if (notifier === null) return { shown: false, via: 'none', reason: 'unsupported' };
      return new Promise((resolve) => {
        const stopWaiting = later(() => resolve({ shown: true, via: 'node-notifier', reason: '' }), ANSWERS_WITHIN_MS);
        let opened = false;
        notifier.notify({ title, message: body === '' ? title : body }, (error, response) => {
          stopWaiting();
          resolve(
            error ? { shown: false, via: 'none', reason: 'failed' } : { shown: true, via: 'node-notifier', reason: '' },
          );
          if (error || opened || response !== 'activate') return;
          opened = true;
          onOpen();
        });
      });
    },
  };
}
