import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalText, isCurrency, taxWithin } from './money.ts';

describe('money', () => {
  it.each([
    [1234, 'MYR', '12.34'],
    [5, 'MYR', '0.05'],
    [-5, 'USD', '-0.05'],
    [1234, 'JPY', '1234'],
  ] as const)('writes %i minor units of %s as %s', (amount, currency, text) => {
    expect(decimalText(amount, currency)).toBe(text);
  });

  it('knows its currencies and nothing inherited', () => {
    expect(isCurrency('MYR')).toBe(true);
    expect(isCurrency('XXX')).toBe(false);
    expect(isCurrency('constructor')).toBe(false);
  });

  it('finds the tax within an amount to the nearest cent', () => {
    expect(taxWithin(10_600, 600)).toBe(600);
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.nat(3000), (amount, rate) => {
        const tax = taxWithin(amount, rate);
        expect(Number.isSafeInteger(tax)).toBe(true);
        expect(Math.abs(tax - (amount * rate) / (10_000 + rate))).toBeLessThanOrEqual(0.5 + 1e-6);
      }),
    );
  });
});
