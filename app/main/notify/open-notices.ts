import { openElectronNotices, type ElectronNotification } from './electron-notice.ts';
import { openNodeNotifierNotices } from './node-notifier-notice.ts';
import { firstThatShows } from './notify.ts';
import type { NoticePort } from './notice-port.ts';
import { plainNotice } from './plain-notice.ts';

type NotificationClass = {
  isSupported(): boolean;
  new (options: { title: string; body: string; silent: boolean }): ElectronNotification;
};

/** Notifications of this desktop: Electron's where they work, else node-notifier's. */
export function openNotices(
  Notification: NotificationClass,
  platform: string,
  later: (run: () => void, ms: number) => () => void,
): NoticePort {
  const port = firstThatShows([
    openElectronNotices({
      isSupported: () => Notification.isSupported(),
      create: (options) => new Notification(options),
      later,
    }),
    openNodeNotifierNotices({ load: async () => (await import('node-notifier')).default, later }),
  ]);
  return { show: (notice, onOpen) => port.show(plainNotice(notice, platform), onOpen) };
}
