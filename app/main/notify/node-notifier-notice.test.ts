import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nodeNotifier from 'node-notifier';
import { describe, expect, it, vi } from 'vitest';
import { later } from '../later.ts';
import { openNodeNotifierNotices } from './node-notifier-notice.ts';
import { examineNotices, NOTICE } from '../testing/notice-exam.ts';
import { plainNotice } from './plain-notice.ts';

type Answer = (error: Error | null, response: string) => void;

/** Stands for a helper program that reports a click; the Linux one cannot. */
function clickableHelper() {
  const answers: Answer[] = [];
  const notify = vi.fn((_notification: object, answer: Answer) => {
    answers.push(answer);
    return nodeNotifier;
  });
  const load = async () => ({ notify }) as unknown as typeof nodeNotifier;
  const port = openNodeNotifierNotices({ load, later: (run) => (queueMicrotask(run), () => {}) });
  return { port, click: () => answers.at(-1)?.(null, 'activate') };
}

/** A real `notify-send` on the path: a script that writes down its arguments, one a line, and ends with `code`. */
function notifySend(code: number) {
  const folder = mkdtempSync(join(tmpdir(), 'shopbell-notify-'));
  const seen = join(folder, 'seen');
  writeFileSync(join(folder, 'notify-send'), `#!/bin/sh\nprintf '%s\\n' "$@" > '${seen}'\nexit ${code}\n`);
  chmodSync(join(folder, 'notify-send'), 0o755);
  process.env['PATH'] = `${folder}:${process.env['PATH'] ?? ''}`;
  const notifier = new nodeNotifier.NotifySend({});
  const load = async () => notifier as unknown as typeof nodeNotifier;
  return { port: openNodeNotifierNotices({ load, later }), seen: () => readFileSync(seen, 'utf8').split('\n') };
}

describe('node-notifier', () => {
  examineNotices({
    via: 'node-notifier',
    working: clickableHelper,
    broken: {
      'a desktop whose helper program fails': () => notifySend(1).port,
      'a system without node-notifier': () =>
        openNodeNotifierNotices({ load: () => Promise.reject(new Error('not packed')), later }),
    },
  });

  it('hands the text to the real helper program as it stands', async () => {
    const { port, seen } = notifySend(0);
    expect(await port.show(NOTICE, () => {})).toEqual({ shown: true, via: 'node-notifier', reason: '' });
    expect(seen().slice(0, 2)).toEqual(['New order 1042', '2 × Ramen']);
  });

  it('lets no customer run a command or set an option through a name', async () => {
    const { port, seen } = notifySend(0);
    const name = '$(touch /tmp/shopbell-owned) `id` "; rm -rf x; " \\ $HOME \u0000\u0007 <b>bold</b> & co';
    await port.show(plainNotice({ ...NOTICE, title: '--help', body: name }, 'linux'), () => {});
    const expected = '$(touch /tmp/shopbell-owned) `id` "; rm -rf x; " \\ $HOME    &lt;b&gt;bold&lt;/b&gt; &amp; co';
    expect(seen().slice(0, 2)).toEqual(['\u2013-help', expected]);
  });
});
