import type { NoticePort } from './notice-port.ts';

/** The part of Electron's `Notification` that the port needs. */
export type ElectronNotification = {
  once(event: 'show', listener: () => void): unknown;
  once(event: 'click', listener: () => void): unknown;
  once(event: 'close', listener: () => void): unknown;
  once(event: 'failed', listener: () => void): unknown;
  show(): void;
  close(): void;
};
type Options = { readonly title: string; readonly body: string; readonly silent: boolean };

type Parts = {
  readonly isSupported: () => boolean;
  readonly create: (options: Options) => ElectronNotification;
  readonly later: (run: () => void, ms: number) => () => void;
};

/** A desktop that took the notification says so at once; one without a notification service says nothing at all. */
const SHOWN_WITHIN_MS = 2000;

/** More than a desktop shows. On some systems a notification never says that it was closed. */
const HELD = 100;

/** Electron's own notifications. Silent: the alarm sounds by itself. */
export function openElectronNotices({ isSupported, create, later }: Parts): NoticePort {
  // A notification that nobody holds is collected, and its click is lost with it.
  const held = new Map<string, ElectronNotification>();
  const hold = (tag: string, notification: ElectronNotification) => {
    held.get(tag)?.close();
    held.delete(tag);
    held.set(tag, notification);
    const oldest = held.keys().next().value;
    if (held.size > HELD && oldest !== undefined) held.delete(oldest);
  };
  const release = (tag: string, notification: ElectronNotification) => {
    if (held.get(tag) === notification) held.delete(tag);
  };
  return {
    show: ({ tag, title, body }, onOpen) => {
      if (!isSupported()) return Promise.resolve({ shown: false, via: 'none', reason: 'unsupported' });
      const notification = create({ title, body, silent: true });
      hold(tag, notification);
      return new Promise((resolve) => {
        const fail = () => {
          release(tag, notification);
          resolve({ shown: false, via: 'none', reason: 'failed' });
        };
        const giveUp = later(() => {
          fail();
          notification.close();
        }, SHOWN_WITHIN_MS);
        notification.once('show', () => {
          giveUp();
          resolve({ shown: true, via: 'electron', reason: '' });
        });
        notification.once('failed', () => {
          giveUp();
          fail();
        });
        notification.once('close', () => release(tag, notification));
        notification.once('click', () => {
          release(tag, notification);
          onOpen();
        });
        notification.show();
      });
    },
  };
}
