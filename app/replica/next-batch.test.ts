import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anOrder, changeOn } from '../../domain/testing/fixtures.ts';
import type { ChangeRow } from './collections.ts';
import { nextBatch } from './next-batch.ts';

const row = (seq: number, orderId: string, state: ChangeRow['state']): ChangeRow => ({
  id: `c-${seq}`,
  seq,
  state,
  code: '',
  reason: '',
  settledAt: 0,
  change: changeOn(`c-${seq}`, anOrder({ id: orderId }), { kind: 'acknowledge' }),
});
const rows = fc
  .array(fc.record({ order: fc.constantFrom('o-1', 'o-2', 'o-3'), sent: fc.boolean() }), { maxLength: 20 })
  .map((drafts) => drafts.map(({ order, sent }, n) => row(n + 1, order, sent ? 'sent' : 'queued')));

test('a batch holds the oldest queued change of each order, and sending batch after batch keeps each order in order', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 4 }), (all, limit) => {
      let left: readonly ChangeRow[] = all;
      const sent: ChangeRow[] = [];
      for (let batch = nextBatch(left, limit, new Set()); batch.length > 0; batch = nextBatch(left, limit, new Set())) {
        expect(batch.length).toBeLessThanOrEqual(limit);
        expect(new Set(batch.map((each) => each.change.orderId)).size).toBe(batch.length);
        sent.push(...batch);
        const done = new Set(batch);
        left = left.filter((each) => !done.has(each));
      }
      for (const order of ['o-1', 'o-2', 'o-3']) {
        const of = (list: readonly ChangeRow[]) => list.filter((each) => each.change.orderId === order);
        expect(of(sent)).toEqual(of(all).filter((each) => each.state === 'queued'));
      }
    }),
  );
});

test('what waits behind a change that was set aside waits too; other orders go on', () => {
  const all = [row(1, 'o-1', 'queued'), row(2, 'o-1', 'queued'), row(3, 'o-2', 'queued')];
  expect(nextBatch(all, 10, new Set(['c-1'])).map((each) => each.id)).toEqual(['c-3']);
});
