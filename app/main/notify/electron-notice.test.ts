import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { openElectronNotices } from './electron-notice.ts';
import { examineNotices, NOTICE } from '../testing/notice-exam.ts';

type Behaviour = 'show' | 'failed' | 'silent';

/** Stands for the desktop's notification service behind Electron's class. */
function desktop(behaviour: Behaviour, isSupported = true) {
  const made: (EventEmitter & { options: object; closed: boolean })[] = [];
  const port = openElectronNotices({
    isSupported: () => isSupported,
    create: (options) => {
      const notification = Object.assign(new EventEmitter(), {
        options,
        closed: false,
        show: () => behaviour !== 'silent' && queueMicrotask(() => notification.emit(behaviour)),
        close: () => {
          notification.closed = true;
          notification.emit('close');
        },
      });
      made.push(notification);
      return notification;
    },
    later: (run) => {
      if (behaviour === 'silent') queueMicrotask(run);
      return () => {};
    },
  });
  return { port, made, click: () => made.at(-1)?.emit('click') };
}

describe('Electron notifications', () => {
  examineNotices({
    via: 'electron',
    working: () => desktop('show'),
    broken: {
      'a desktop that refuses': () => desktop('failed').port,
      'a desktop without a notification service': () => desktop('silent').port,
      'a system without support': () => desktop('show', false).port,
    },
  });

  it('are silent, as the alarm sounds by itself', async () => {
    const { port, made } = desktop('show');
    await port.show(NOTICE, () => {});
    expect(made[0]?.options).toEqual({ title: NOTICE.title, body: NOTICE.body, silent: true });
  });

  it('replace an earlier one with the same tag, and no other', async () => {
    const { port, made } = desktop('show');
    await port.show(NOTICE, () => {});
    await port.show({ ...NOTICE, tag: 'o-2' }, () => {});
    await port.show({ ...NOTICE, body: 'again' }, () => {});
    expect(made.map(({ closed }) => closed)).toEqual([true, false, false]);
  });

  it('are taken back when they were not shown in time, so that none comes twice', async () => {
    const { port, made } = desktop('silent');
    await port.show(NOTICE, () => {});
    expect(made[0]?.closed).toBe(true);
  });
});
