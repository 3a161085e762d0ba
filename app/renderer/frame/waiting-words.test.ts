import { expect, test } from 'vitest';
import { acknowledges, anOrder, aSale, changeOn, moves } from '../../../domain/testing/fixtures.ts';
import type { Change } from '../../../domain/change.ts';
import type { WaitingChange } from '../../replica/replica.ts';
import { openWords } from '../i18n/open-words.ts';
import { countWaiting, waitingWords } from './waiting-words.ts';

const { t } = openWords();
const order = anOrder();
const words = { money: (amount: number) => `RM ${amount / 100}`, full: () => '10:05' };
const bare = (text: string) => text.replaceAll(/[\u2068\u2069]/g, '');

const waits = (change: Change, over: Partial<WaitingChange> = {}): WaitingChange => ({
  change,
  state: 'queued',
  code: null,
  reason: '',
  orderNumber: '1004',
  ...over,
});

test('a waiting status change names order, status, parcel, person and time', () => {
  const said = waitingWords(waits(moves('c-1', order, 'paid', 'shipped')), words, t);
  expect(said.number).toBe('#1004');
  expect(bare(said.what)).toBe('Change status to Shipped with Pos Laju, EN123456785MY');
  expect(bare(said.by)).toBe('Aina at 10:05');
  expect(said.state).toBe('Waiting to send');
  expect(said.reason).toBe('');
});

test('every kind of change is named', () => {
  const kinds: Change[] = [
    acknowledges('c-1', order),
    aSale('c-2'),
    changeOn('c-3', order, { kind: 'add-note', text: 'x' }),
    changeOn('c-4', order, { kind: 'send-again', messageKey: 'k' }),
    changeOn('c-5', order, {
      kind: 'correct-tracking',
      parcelId: 'p1',
      seenRevision: 1,
      courier: 'DHL',
      trackingId: 'D1',
      tell: true,
    }),
  ];
  expect(kinds.map((change) => bare(waitingWords(waits(change), words, t).what))).toEqual([
    'Acknowledge the new order',
    'Record a sale of RM 50',
    'Add a note',
    'Send the message to the customer again',
    'Correct the tracking to DHL, D1',
  ]);
});

test('a refused change says why in our words, and what the hub said', () => {
  const refused = waits(acknowledges('c-1', order), { state: 'refused', code: 'order-unknown', reason: 'gone' });
  const said = waitingWords(refused, words, t);
  expect(said.state).toBe('Refused');
  expect(said.reason).toContain('The hub does not know this order.');
  expect(said.reason).toContain('The hub says: gone');
});

test('a refusal without a code, and an order without a number, still read as sentences', () => {
  const said = waitingWords(waits(acknowledges('c-1', order), { state: 'refused', orderNumber: '' }), words, t);
  expect(said.number).toBe('An order not on this register');
  expect(said.reason).toContain('did not take this change');
});

test('waiting changes are counted by state', () => {
  const change = acknowledges('c-1', order);
  const list = [waits(change), waits(change), waits(change, { state: 'sent' }), waits(change, { state: 'refused' })];
  expect(countWaiting(list)).toEqual({ queued: 2, sent: 1, refused: 1 });
});
