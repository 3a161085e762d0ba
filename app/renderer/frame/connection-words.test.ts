import { expect, test } from 'vitest';
import type { Connection } from '../../replica/replica.ts';
import { openWords } from '../i18n/open-words.ts';
import { connectionWords, LATE_AFTER, reasonWords, storedWords, type WaitingCount } from './connection-words.ts';

const { t } = openWords();
const NOW = 1_700_000_000_000;
const NONE: WaitingCount = { queued: 0, sent: 0, refused: 0 };

const line = (over: Partial<Connection>): Connection => ({
  state: 'online',
  reason: '',
  hubSeenAt: NOW - 12_000,
  caughtUp: true,
  ...over,
});
const words = (over: Partial<Connection>, count: Partial<WaitingCount> = {}) =>
  connectionWords(line(over), { ...NONE, ...count }, NOW, t);

test('online with nothing waiting is one word, and says when the hub was seen', () => {
  expect(words({})).toEqual({ tone: 'good', title: 'Online', seen: 'hub seen 12 s ago', late: false });
});

test('offline counts what waits to be sent', () => {
  expect(words({ state: 'offline', reason: 'unreachable' }, { queued: 3 }).title).toBe(
    'Offline · 3 changes waiting to send',
  );
  expect(words({ state: 'offline' }, { queued: 1 }).title).toBe('Offline · 1 change waiting to send');
  expect(words({ state: 'offline' }).title).toBe('Offline');
});

test('online with a queue says that it is being sent', () => {
  expect(words({}, { queued: 2 }).title).toBe('Online · sending 2 changes');
});

test('a refused change is never out of sight', () => {
  expect(words({}, { refused: 1 })).toMatchObject({ tone: 'wait', title: 'Online · 1 refused' });
});

test('trouble says which', () => {
  expect(words({ state: 'trouble', reason: 'http-503' })).toMatchObject({
    tone: 'bad',
    title: 'Trouble: The hub answered with fault 503. It is tried again by itself.',
  });
});

test('a hub not seen for a minute is late, even when nothing else is wrong', () => {
  expect(words({ hubSeenAt: NOW - LATE_AFTER + 1 }).late).toBe(false);
  expect(words({ hubSeenAt: NOW - LATE_AFTER })).toMatchObject({ late: true, tone: 'wait' });
});

test('ages grow from seconds to minutes to hours, and a clock set back shows no negative age', () => {
  expect(words({ hubSeenAt: NOW + 5_000 }).seen).toBe('hub seen 0 s ago');
  expect(words({ hubSeenAt: NOW - 10 * 60_000 }).seen).toBe('hub seen 10 min ago');
  expect(words({ hubSeenAt: NOW - 5 * 3_600_000 }).seen).toBe('hub seen 5 h ago');
  expect(words({ state: 'offline', hubSeenAt: null }).seen).toBe('hub not seen since start');
});

test('every reason the replica gives has a sentence of its own; an unknown one is shown, not hidden', () => {
  for (const code of ['unreachable', 'timeout', 'bad-answer', 'not-stored', 'http-401', 'http-403', 'http-500'])
    expect(reasonWords(code, t), code).not.toContain(code);
  expect(reasonWords('odd-one', t)).toContain('odd-one');
});

test('the orders on this computer are told against the hub’s while the copy is filled, and never rounded up', () => {
  expect(storedWords(98_412, line({ caughtUp: false, toCome: 3 }), t)).toBe('98,412 of 98,415 orders on this PC');
  expect(storedWords(98_415, line({}), t)).toBe('98,415 orders on this PC');
  expect(storedWords(1, line({}), t)).toBe('1 order on this PC');
});

test('news of orders that may be here already is not counted as missing orders', () => {
  expect(storedWords(98_415, line({ toCome: 303 }), t)).toBe('98,415 orders on this PC, 303 changes still to come');
});
