import fc from 'fast-check';
import { expect, test } from 'vitest';
import { retryAfterMs } from './retry.ts';

test('waits grow from about a second to about four hours, the same each time for the same message', () => {
  const waits = Array.from({ length: 12 }, (_each, index) => retryAfterMs('o-1:p1:1', index + 1, 0) ?? 0);
  expect(waits[0]).toBeGreaterThanOrEqual(900);
  expect(waits[0]).toBeLessThanOrEqual(1100);
  expect(waits.at(-1)).toBeGreaterThan(3 * 3_600_000);
  expect(waits.at(-1)).toBeLessThan(5 * 3_600_000);
  expect(retryAfterMs('o-1:p1:1', 3, 0)).toBe(waits[2]);
});

test('any message is given up after a day, and not before', () => {
  const day = 24 * 3_600_000;
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 1000 }), fc.nat(2 * day), (key, attempts, age) => {
      expect(retryAfterMs(key, attempts, age) === null).toBe(age >= day);
    }),
  );
});
