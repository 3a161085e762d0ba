import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleOrder } from '../testing/sample-order.ts';
import { orderBody, type OrderInput } from './order-body.ts';
import { sumsOf } from './sums.ts';

const read = (input: OrderInput) => orderBody.parse(input);

const lineOf = fc
  .record({ unitPrice: fc.integer({ min: 0, max: 1_000_000_000_000 }), quantity: fc.integer({ min: 1, max: 1000 }) })
  .chain(({ unitPrice, quantity }) =>
    fc
      .integer({ min: 0, max: Math.min(unitPrice * quantity, 1_000_000_000_000) })
      .map((discount) => ({ name: 'x', unitPrice, quantity, discount })),
  );
const smallLine = fc
  .record({ unitPrice: fc.integer({ min: 0, max: 1_000_000 }), quantity: fc.integer({ min: 1, max: 1000 }) })
  .chain(({ unitPrice, quantity }) =>
    fc.integer({ min: 0, max: unitPrice * quantity }).map((discount) => ({ name: 'x', unitPrice, quantity, discount })),
  );

describe('the sums of an order', () => {
  test('left out, they are computed; sent back, they are accepted; and every amount is a safe integer', () => {
    fc.assert(
      fc.property(
        fc.array(smallLine, { minLength: 1, maxLength: 500 }),
        fc.nat(1_000_000),
        fc.nat(1_000_000),
        fc.boolean(),
        (lines, shipping, tax, taxIncluded) => {
          const first = sumsOf(
            read(sampleOrder({ lines, totals: { shipping, tax: taxIncluded ? 0 : tax, taxIncluded } })),
          );
          const again = sumsOf(
            read(
              sampleOrder({
                lines: first.lines.map(({ id: _id, ...line }) => ({ ...line, options: [...line.options] })),
                totals: first.totals,
              }),
            ),
          );
          expect(again).toEqual(first);
          for (const amount of [...first.lines.map((line) => line.total), first.totals.subtotal, first.totals.total])
            expect(Number.isSafeInteger(amount)).toBe(true);
        },
      ),
    );
  });

  test('one unit off anywhere is refused, and the answer names the sum', () => {
    fc.assert(
      fc.property(
        fc.array(smallLine, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(-1, 1),
        fc.constantFrom('subtotal', 'total', 'line'),
        (lines, off, where) => {
          const right = sumsOf(read(sampleOrder({ lines, totals: {} })));
          const wrongLines = lines.map((line, index) =>
            where === 'line' && index === 0 ? { ...line, total: (right.lines[0]?.total ?? 0) + off } : line,
          );
          const totals = where === 'line' ? {} : { [where]: right.totals[where] + off };
          fc.pre(
            Object.values(totals).every((value) => value >= 0) &&
              wrongLines.every((line) => !('total' in line) || line.total >= 0),
          );
          const path = where === 'line' ? 'lines.0.total' : `totals.${where}`;
          expect(() => sumsOf(read(sampleOrder({ lines: wrongLines, totals })))).toThrow(
            expect.objectContaining({
              status: 400,
              code: 'sums-wrong',
              errors: expect.arrayContaining([expect.objectContaining({ path })]),
            }),
          );
        },
      ),
    );
  });

  test('amounts at the limits either add up exactly or are refused', () => {
    fc.assert(
      fc.property(fc.array(lineOf, { minLength: 1, maxLength: 20 }), (lines) => {
        try {
          const { totals } = sumsOf(read(sampleOrder({ lines, totals: {} })));
          const exact = lines.reduce(
            (total, line) => total + BigInt(line.unitPrice) * BigInt(line.quantity) - BigInt(line.discount),
            0n,
          );
          expect(BigInt(totals.subtotal)).toBe(exact);
        } catch (error) {
          expect(error).toMatchObject({ code: 'sums-wrong' });
        }
      }),
    );
  });

  test('a discount larger than the line or the order is refused', () => {
    const lines = [{ name: 'x', quantity: 1, unitPrice: 100, discount: 101 }];
    expect(() => sumsOf(read(sampleOrder({ lines, totals: {} })))).toThrow(/less than zero/);
    expect(() => sumsOf(read(sampleOrder({ totals: { discount: 1_000_000 } })))).toThrow(/less than zero/);
  });
});
