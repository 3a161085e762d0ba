import { expect, it } from 'vitest';
import { settle } from './settle.ts';
import { anOrder, changeOn, moves } from './testing/fixtures.ts';

const NOW = '2026-03-01T02:06:00.000Z';
const home = anOrder().shipping;
const moved = { ...anOrder().shipping, address1: ' 9 Jalan Baru ' };
const corrects = (over: object = {}, order = anOrder()) =>
  changeOn('c-a', order, {
    kind: 'correct-address',
    seen: order.shipping,
    seenStatus: 'paid',
    address: moved,
    ...over,
  });

it('writes the new address on the order, spaces at its ends removed, and in the history', () => {
  const { order, verdict } = settle(anOrder(), corrects(), NOW);
  expect(verdict.code).toBe('done');
  expect(order?.shipping).toEqual({ ...home, address1: '9 Jalan Baru' });
  expect(order?.history.at(-1)).toMatchObject({ what: 'correct-address', address: { address1: '9 Jalan Baru' } });
});

it('gives an address to an order whose store gave none', () => {
  const bare = anOrder({ shipping: null });
  expect(settle(bare, corrects({}, bare), NOW).order?.shipping).toMatchObject({ city: 'Ipoh' });
});

it.each([
  ['an order the customer fetches', anOrder({ method: 'pickup', shipping: null }), {}],
  ['an address without a name', anOrder(), { address: { ...moved, name: ' ' } }],
  ['an address without a first line', anOrder(), { address: { ...moved, address1: '' } }],
])('refuses %s', (_, order, over) => {
  expect(settle(order, corrects(over, order), NOW).verdict).toEqual({ outcome: 'refused', code: 'no-address' });
});

it('lets a person who knew that the parcel had left correct the address without a question', () => {
  const shipped = settle(anOrder(), moves('c-1', anOrder(), 'paid', 'shipped'), NOW).order ?? anOrder();
  expect(settle(shipped, corrects({ seenStatus: 'shipped' }), NOW).verdict.code).toBe('done');
  expect(settle(shipped, corrects({ seenStatus: 'preparing' }), NOW).verdict.code).toBe('old-address');
});
