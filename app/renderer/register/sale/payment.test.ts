import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CURRENCY_DECIMALS, decimalText, type Currency } from '../../../../domain/money.ts';
import { cashGiven, paidBy } from './cash-given.ts';
import { quickAmounts } from './quick-amounts.ts';
import { typedAmount } from './typed-amount.ts';

const currency = fc.constantFrom(...(Object.keys(CURRENCY_DECIMALS) as Currency[]));

test.each([
  ['20', 'MYR', 2000],
  [' 20.5 ', 'MYR', 2050],
  ['20,50', 'MYR', 2050],
  ['2000', 'JPY', 2000],
  ['20.505', 'MYR', null],
  ['1,000', 'MYR', null],
  ['20.5', 'JPY', null],
  ['-5', 'MYR', null],
  ['1e3', 'MYR', null],
  ['RM 5', 'MYR', null],
  ['', 'MYR', null],
] as const)('reads %j in %s as %j', (text, money, amount) => {
  expect(typedAmount(text, money)).toBe(amount);
});

test('what is written as decimals is read back the same', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000_000), currency, (amount, money) => {
      expect(typedAmount(decimalText(amount, money), money)).toBe(amount);
    }),
  );
});

test.each([
  [1800, 'MYR', [1800, 2000, 5000, 10_000]],
  [1930, 'MYR', [1930, 2000, 5000, 10_000]],
  [5000, 'MYR', [5000, 6000, 10_000]],
  [2_550_000, 'IDR', [2_550_000, 2_600_000, 3_000_000, 4_000_000, 5_000_000]],
] as const)('offers for %i %s: %j', (total, money, amounts) => {
  expect(quickAmounts(total, money)).toEqual(amounts);
});

test('quick amounts always cover the total, the exact one first, none twice', () => {
  fc.assert(
    fc.property(fc.nat(10_000_000), currency, (total, money) => {
      const amounts = quickAmounts(total, money);
      expect(amounts[0]).toBe(total);
      expect(amounts.every((amount) => amount >= total)).toBe(true);
      expect(new Set(amounts).size).toBe(amounts.length);
      expect(amounts.length).toBeLessThanOrEqual(5);
    }),
  );
});

test('cash is exact when nothing is typed, and only enough cash pays', () => {
  expect(paidBy('cash', cashGiven('', 1800, 'MYR'))).toEqual({ method: 'cash', tendered: 1800 });
  expect(cashGiven('20', 1800, 'MYR')).toEqual({ state: 'enough', tendered: 2000, change: 200 });
  expect(cashGiven('17.99', 1800, 'MYR')).toEqual({ state: 'short', missing: 1 });
  expect(paidBy('cash', cashGiven('17.99', 1800, 'MYR'))).toBeNull();
  expect(paidBy('cash', cashGiven('twenty', 1800, 'MYR'))).toBeNull();
});

test('a card pays the total, whatever was typed as cash', () => {
  expect(paidBy('card', cashGiven('', 1800, 'MYR'))).toEqual({ method: 'card' });
  expect(paidBy('card', cashGiven('1', 1800, 'MYR'))).toEqual({ method: 'card' });
});
