import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newestKey, receiptKey, receiptOfKey } from './order-row.ts';

test('read upwards, the sort key puts the newest first', () => {
  const moment = fc.date({ min: new Date(0), max: new Date('2286-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(moment, moment, (a, b) => {
      const order = Math.sign(b.getTime() - a.getTime());
      const [one, two] = [newestKey(a.toISOString()), newestKey(b.toISOString())];
      expect(one < two ? -1 : one > two ? 1 : 0).toBe(order === 0 ? 0 : order);
      expect(one).toHaveLength(13);
    }),
  );
});

test('read upwards, a receipt key puts the highest number first and gives it back', () => {
  const running = fc.integer({ min: 1, max: 99_999_999 });
  fc.assert(
    fc.property(running, running, (a, b) => {
      const key = (n: number) => receiptKey(`R1-${String(n).padStart(6, '0')}`);
      expect(receiptOfKey(key(a))).toBe(a);
      expect(key(a) < key(b)).toBe(a > b);
    }),
  );
});

test('what is no receipt has no key', () => {
  for (const number of ['1001', 'R1-12', '', 'R1-abcdef', 'A B-000001']) expect(receiptKey(number)).toBe('');
});
