import { expect, test } from 'vitest';
import type { Order } from '../../../domain/order.ts';
import { overlay, type OrderView } from '../../../domain/pending.ts';
import { anOrder, moves } from '../../../domain/testing/fixtures.ts';
import { openWords } from '../i18n/open-words.ts';
import { standStill } from './held-rows.ts';
import { tableRowWords } from './table-row-words.ts';

const { t } = openWords();
const words = {
  money: (amount: number) => `RM ${(amount / 100).toFixed(2)}`,
  short: () => '10:00',
  full: () => '1 Mar, 10:00',
};
const view = (over: Partial<Order> = {}) => overlay(anOrder(over), []) as OrderView;
const [a, b, c] = ['o-a', 'o-b', 'o-c'].map((id) => view({ id })) as [OrderView, OrderView, OrderView];

test('a row is number, time, customer, items, method, total and payment', () => {
  expect(tableRowWords(view(), words, t)).toEqual({
    number: '#1001',
    time: '10:00',
    when: '1 Mar, 10:00',
    customer: 'Mei Tan',
    items: '2 × Mug +1 more',
    method: 'Delivery',
    total: 'RM 73.00',
    payment: 'Paid',
    new: true,
  });
});

test('a row says when the money has not come or went back', () => {
  const unpaid = view({ method: 'pickup', payment: { status: 'unpaid', method: '' }, alarm: { state: 'quiet' } });
  expect(tableRowWords(unpaid, words, t)).toMatchObject({ method: 'Self pickup', payment: 'Unpaid', new: false });
  const refunded = view({ payment: { status: 'refunded', method: '' } });
  expect(tableRowWords(refunded, words, t).payment).toBe('Refunded');
});

test('rows follow the replica while nothing holds them', () => {
  expect(standStill(null, [c, b, a])).toEqual([c, b, a]);
});

test('held rows keep their order, show what changed in them, and let new ones wait', () => {
  const later = overlay(b.order, [moves('c-1', b.order, 'paid', 'preparing')]) as OrderView;
  expect(standStill([b, a], [c, a, later])).toEqual([later, a]);
});

test('a held row that left the page stays as it was last seen', () => {
  expect(standStill([b, a], [a])).toEqual([b, a]);
});
