import { expect, it } from 'vitest';
import type { NoticeResult } from '../../contract/notice.ts';
import { NOTICE } from '../testing/notice-exam.ts';
import type { NoticePort } from './notice-port.ts';
import { firstThatShows } from './notify.ts';
import { plainNotice } from './plain-notice.ts';

function answering(result: NoticeResult, asked: string[]): NoticePort {
  return { show: async () => (asked.push(`${result.via}${result.reason}`), result) };
}
const shown = { shown: true, via: 'electron', reason: '' } as const;
const failed = { shown: false, via: 'none', reason: 'failed' } as const;

it('stops at the first way that shows it', async () => {
  const asked: string[] = [];
  const ports = [answering(failed, asked), answering(shown, asked), answering(failed, asked)];
  expect(await firstThatShows(ports).show(NOTICE, () => {})).toEqual(shown);
  expect(asked).toEqual(['nonefailed', 'electron']);
});

it('gives the last refusal when none does', async () => {
  expect(await firstThatShows([answering(failed, [])]).show(NOTICE, () => {})).toEqual(failed);
  expect(await firstThatShows([]).show(NOTICE, () => {})).toEqual({ shown: false, via: 'none', reason: 'unsupported' });
});

it('escapes the body where the desktop would read markup, and only there', () => {
  const body = 'Tom & <i>Ann</i>';
  expect(plainNotice({ ...NOTICE, body }, 'linux').body).toBe('Tom &amp; &lt;i&gt;Ann&lt;/i&gt;');
  expect(plainNotice({ ...NOTICE, body }, 'win32').body).toBe(body);
  expect(plainNotice({ ...NOTICE, body }, 'darwin').body).toBe(body);
});

it('keeps line breaks and takes other control characters out', () => {
  expect(plainNotice({ ...NOTICE, body: 'a\u0000b\r\nc\u001b[31m' }, 'win32').body).toBe('a b \nc [31m');
});
