import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlay } from '../../domain/pending.ts';
import { searchText } from '../../domain/search-text.ts';
import { anyChanges, anyOrder } from '../../domain/testing/arbitraries.ts';
import { anOrder } from '../../domain/testing/fixtures.ts';
import type { Order } from '../../domain/order.ts';
import type { Fields } from './fields.ts';
import { readOrder } from './read-order.ts';

const stored = (order: Order): Fields => ({ ...order, _id: order.id, _rev: '3-x' });

test("every order that intake and changes can make is read whole, without the hub's own fields", () => {
  fc.assert(
    fc.property(anyOrder, anyChanges, (order, changes) => {
      const after = overlay(order, changes)?.order ?? order;
      expect(readOrder(stored(after), 'demo')).toEqual(after);
    }),
  );
});

test('unknown fields are kept', () => {
  expect(readOrder({ ...stored(anOrder()), later: { a: 1 } }, 'demo')).toMatchObject({ later: { a: 1 } });
});

test('an order with any part missing or of another type is never taken for one that screens can read', () => {
  const part = fc.constantFrom(...Object.keys(anOrder()));
  const value = fc.oneof(fc.jsonValue(), fc.constant(undefined));
  fc.assert(
    fc.property(part, value, (key, wrong) => {
      const read = readOrder({ ...stored(anOrder()), [key]: wrong }, 'demo');
      if (!read) return;
      expect(() => searchText(read)).not.toThrow();
      expect(() => overlay(read, [])).not.toThrow();
    }),
    { numRuns: 500 },
  );
  for (const key of Object.keys(anOrder())) expect(readOrder({ ...stored(anOrder()), [key]: 7 }, 'demo')).toBeNull();
});

test('an order of another shop, or one whose two ids differ, is not read', () => {
  expect(readOrder(stored(anOrder({ shop: 'other' })), 'demo')).toBeNull();
  expect(readOrder({ ...stored(anOrder()), _id: 'o-other' }, 'demo')).toBeNull();
});
