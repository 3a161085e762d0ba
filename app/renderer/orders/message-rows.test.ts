import { expect, test } from 'vitest';
import { anOrder } from '../../../domain/testing/fixtures.ts';
import type { Parcel } from '../../../domain/order.ts';
import { messageRows } from './message-rows.ts';

const parcel: Parcel = {
  id: 'p1',
  courier: 'DHL',
  trackingId: 'D1',
  lines: [],
  shippedAt: '2026-03-01T02:05:00.000Z',
  revision: 1,
  tell: true,
};
const sent = {
  key: 'o-1:p1:1',
  kind: 'shipped',
  state: 'sent',
  to: 'mei@example.com',
  at: '2026-03-01T02:06:00.000Z',
  reason: '',
} as const;

test('a message that was earned and not tried yet is due', () => {
  const rows = messageRows(anOrder({ id: 'o-1', parcels: [parcel] }));
  expect(rows).toEqual([{ key: 'o-1:p1:1', kind: 'shipped', state: 'due', to: 'mei@example.com', at: '', reason: '' }]);
});

test('once sent it stands once, with when and to whom', () => {
  expect(messageRows(anOrder({ id: 'o-1', parcels: [parcel], messages: [sent] }))).toEqual([sent]);
});

test('asked for again it stands as due beside the first', () => {
  const order = anOrder({
    id: 'o-1',
    parcels: [parcel],
    messages: [{ ...sent, state: 'failed', reason: 'mailbox full' }],
    resends: [{ key: sent.key, changeId: 'c-9' }],
  });
  expect(messageRows(order).map((row) => row.state)).toEqual(['failed', 'due']);
});

test('an order nobody was told anything of has none', () => {
  expect(messageRows(anOrder())).toEqual([]);
});
