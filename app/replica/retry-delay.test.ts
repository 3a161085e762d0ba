import fc from 'fast-check';
import { expect, test } from 'vitest';
import { retryDelay } from './retry-delay.ts';

test('waits double from half a second, never pass a minute and never fall below half of it', () => {
  fc.assert(
    fc.property(fc.nat({ max: 10_000 }), fc.double({ min: 0, max: 0.999999, noNaN: true }), (attempt, chance) => {
      const full = Math.min(60_000, 500 * 2 ** attempt);
      const delay = retryDelay(attempt, () => chance);
      expect(delay).toBeGreaterThanOrEqual(full / 2);
      expect(delay).toBeLessThanOrEqual(full);
    }),
  );
});
