import { describe, expect, it } from 'vitest';
import type { Change } from './change.ts';
import { labelOf } from './label.ts';
import type { Order } from './order.ts';
import { settle } from './settle.ts';
import { aSale, acknowledges, anOrder, changeOn, moves } from './testing/fixtures.ts';

const NOW = '2026-03-01T02:06:00.000Z';

function settled(order: Order | null, ...changes: Change[]) {
  let now = order;
  let verdict = null;
  for (const change of changes) {
    const step = settle(now, change, NOW);
    now = step.order ?? now;
    verdict = step.verdict;
  }
  if (!now) throw new Error('no order came of it');
  return { order: now, verdict, label: labelOf(now) };
}

const other = { courier: 'Ninja Van', trackingId: 'NV1' };

describe('shipping', () => {
  it('makes a parcel of all lines, stops the alarm and says who did it', () => {
    const { order, label } = settled(anOrder(), moves('c-1', anOrder(), 'paid', 'shipped'));
    expect(label).toBe('shipped');
    expect(order.parcels).toMatchObject([
      { id: 'p1', courier: 'Pos Laju', trackingId: 'EN123456785MY', revision: 1, lines: [{ line: 'l1', quantity: 2 }, { line: 'l2', quantity: 1 }] },
    ]); // prettier-ignore
    expect(order.alarm).toMatchObject({ state: 'acknowledged', by: 'Aina' });
    expect(order.history.at(-1)).toMatchObject({
      from: 'paid',
      to: 'shipped',
      settledAt: NOW,
      staff: { name: 'Aina' },
    });
  });

  it.each([
    ['no courier', { courier: '  ', trackingId: 'A1' }],
    ['no tracking ID', { courier: 'Pos Laju', trackingId: '' }],
  ])('refuses %s', (_, parcel) => {
    const { verdict, label } = settled(anOrder(), moves('c-1', anOrder(), 'paid', 'shipped', parcel));
    expect(verdict).toEqual({ outcome: 'refused', code: 'parcel-missing' });
    expect(label).toBe('paid');
  });

  it('merges two people who shipped alike', () => {
    const first = moves('c-1', anOrder(), 'paid', 'shipped');
    const { verdict, order } = settled(anOrder(), first, { ...first, id: 'c-2' });
    expect(verdict).toEqual({ outcome: 'applied', code: 'same' });
    expect(order.parcels).toHaveLength(1);
  });

  it('asks for a decision when two people shipped with different tracking IDs', () => {
    const { verdict, order } = settled(
      anOrder(),
      moves('c-1', anOrder(), 'paid', 'shipped'),
      moves('c-2', anOrder(), 'paid', 'shipped', other),
    );
    expect(verdict).toEqual({ outcome: 'needs-decision', code: 'shipped-twice' });
    expect(order.decisions).toMatchObject([{ met: 'shipped', change: { id: 'c-2', parcel: other } }]);
    expect(order.parcels).toHaveLength(1);
  });
});

describe('two people at once', () => {
  it.each([
    ['shipped', 'cancelled'],
    ['cancelled', 'shipped'],
  ] as const)('asks for a decision when one %s and the other %s', (first, second) => {
    const { verdict, label } = settled(
      anOrder(),
      moves('c-1', anOrder(), 'paid', first),
      moves('c-2', anOrder(), 'paid', second),
    );
    expect(verdict).toEqual({ outcome: 'needs-decision', code: 'contradicts' });
    expect(label).toBe(first);
  });

  it('keeps a step that came too late without effect', () => {
    const { verdict, label } = settled(
      anOrder(),
      moves('c-1', anOrder(), 'paid', 'shipped'),
      moves('c-2', anOrder(), 'paid', 'preparing'),
    );
    expect(verdict).toEqual({ outcome: 'applied', code: 'overtaken' });
    expect(label).toBe('shipped');
  });

  it('refuses a step nobody could have been offered', () => {
    const { verdict } = settled(anOrder(), moves('c-1', anOrder(), 'paid', 'delivered'));
    expect(verdict).toEqual({ outcome: 'refused', code: 'step-not-allowed' });
  });
});

describe('acknowledging', () => {
  it('silences the alarm once, whoever comes second', () => {
    const { order, verdict } = settled(anOrder(), acknowledges('c-1', anOrder()), acknowledges('c-2', anOrder()));
    expect(order.alarm).toMatchObject({ state: 'acknowledged', at: '2026-03-01T02:05:00.000Z' });
    expect(verdict).toEqual({ outcome: 'applied', code: 'same' });
  });
});

describe('correcting a tracking ID', () => {
  const shipped = settled(anOrder(), moves('c-1', anOrder(), 'paid', 'shipped')).order;
  const correct = (id: string, fields: object) =>
    changeOn(id, shipped, {
      kind: 'correct-tracking',
      parcelId: 'p1',
      seenRevision: 1,
      tell: true,
      ...other,
      ...fields,
    });

  it('makes a new revision of the parcel', () => {
    expect(settled(shipped, correct('c-2', {})).order.parcels).toMatchObject([{ ...other, revision: 2, tell: true }]);
  });

  it('asks for a decision when two people corrected differently', () => {
    const { verdict } = settled(shipped, correct('c-2', {}), correct('c-3', { trackingId: 'NV2' }));
    expect(verdict).toEqual({ outcome: 'needs-decision', code: 'corrected-twice' });
  });

  it('refuses a parcel the order does not have', () => {
    expect(settled(shipped, correct('c-2', { parcelId: 'p9' })).verdict?.code).toBe('target-unknown');
  });
});

describe('a walk-in sale', () => {
  it('becomes one paid order, however often it is settled', () => {
    const { order, label } = settled(null, aSale('c-1'), aSale('c-1'));
    expect(label).toBe('paid');
    expect(order).toMatchObject({ id: 's-1', channel: 'in-store', number: 'R1-000001', alarm: { state: 'quiet' } });
    expect(order.history).toHaveLength(1);
  });

  it('is refused when its sums do not add up', () => {
    const wrong = aSale('c-1', { totals: { ...aSale('c-1').sale.totals, total: 4999 } });
    expect(settle(null, wrong, NOW)).toEqual({
      order: null,
      verdict: { outcome: 'refused', code: 'sums-wrong' },
      known: false,
    });
  });
});

it('refuses a change on an order nobody knows', () => {
  expect(settle(null, acknowledges('c-1', anOrder()), NOW).verdict.code).toBe('order-unknown');
});
