import { expect, it } from 'vitest';
import type { NoticeResult, ShellNotice } from '../../contract/notice.ts';
import type { NoticePort } from '../notify/notice-port.ts';

export const NOTICE: ShellNotice = { tag: 'o-1', title: 'New order 1042', body: '2 × Ramen', orderId: 'o-1' };

/** A desktop under examination: the port on it, and how its person and its service behave. */
export type ExaminedDesktop = {
  readonly port: NoticePort;
  /** The person clicks the notification that was shown last. */
  readonly click: () => void;
};

export type NoticeCandidate = {
  readonly via: NoticeResult['via'];
  /** A desktop that shows notifications. */
  readonly working: () => ExaminedDesktop;
  /** Desktops that do not, each for a reason of its own. */
  readonly broken: Readonly<Record<string, () => NoticePort>>;
};

/** What every way of showing a notification must keep. */
export function examineNotices({ via, working, broken }: NoticeCandidate): void {
  it('says that it was shown, and by what', async () => {
    expect(await working().port.show(NOTICE, () => {})).toEqual({ shown: true, via, reason: '' });
  });

  it('opens once when the person clicks', async () => {
    const opened: string[] = [];
    const { port, click } = working();
    await port.show(NOTICE, () => opened.push('opened'));
    click();
    click();
    await expect.poll(() => opened).toEqual(['opened']);
  });

  it.each(Object.entries(broken))('resolves with a reason on %s', async (_name, desktop) => {
    const result = await desktop().show(NOTICE, () => {});
    expect(result).toMatchObject({ shown: false, via: 'none' });
    expect(['failed', 'unsupported', 'denied']).toContain(result.reason);
  });
}
