import { expect, test } from 'vitest';
import { anOrder, aSale } from '../../../../domain/testing/fixtures.ts';
import { overlay, type OrderView } from '../../../../domain/pending.ts';
import { openWords } from '../../i18n/open-words.ts';
import { rowWords } from './row-words.ts';

const { t } = openWords();
const words = { money: (amount: number) => `RM ${(amount / 100).toFixed(2)}`, short: () => '10:00' };
const row = (view: OrderView | null) => rowWords(view as OrderView, words, t);

test('an online order is number, time, customer, items and total', () => {
  expect(row(overlay(anOrder(), []))).toEqual({
    number: '#1001',
    time: '10:00',
    customer: 'Mei Tan',
    items: '2 × Mug +1 more',
    total: 'RM 73.00',
  });
});

test('a walk-in sale still waiting here shows its receipt number and its register', () => {
  expect(row(overlay(null, [aSale('c-1')]))).toMatchObject({ number: 'R1-000001', customer: 'Counter 1' });
});

test('a customer without a name is still a row', () => {
  const order = anOrder({ contact: { name: '  ', email: '', phone: '' } });
  expect(row(overlay(order, [])).customer).toBe('Walk-in customer');
});

test('a name of 200,000 characters is clipped', () => {
  const order = anOrder({ contact: { name: 'x'.repeat(200_000), email: '', phone: '' } });
  expect(row(overlay(order, [])).customer.length).toBeLessThan(100);
});
