import { describe, expect, it } from 'vitest';
import { actOf, decisionOn, standingAct } from './decision.ts';
import { isAct } from './history.ts';
import type { Change } from './change.ts';
import { labelOf } from './label.ts';
import { ACTS, MATRIX, STARTS, type ActName, type StartName } from './matrix.ts';
import { messagesEarned } from './message.ts';
import type { Order } from './order.ts';
import { parseChange } from './parse-change.ts';
import { settle } from './settle.ts';
import { changeOn } from './testing/fixtures.ts';
import { actOn, startOf } from './testing/two-registers.ts';
import type { Verdict } from './verdict.ts';

const NOW = '2026-03-01T02:06:00.000Z';
type Cell = readonly [start: StartName, first: ActName, second: ActName];

const CELLS: readonly Cell[] = STARTS.flatMap((start) =>
  ACTS.flatMap((first) =>
    Object.keys(MATRIX[start][first] ?? {}).map((second) => [start, first, second as ActName] as const),
  ),
);

type Met = { readonly order: Order; readonly verdict: Verdict | null };

function settled(order: Order, ...changes: readonly Change[]): Met {
  let met: Met = { order, verdict: null };
  for (const change of changes) {
    const step = settle(met.order, change, NOW);
    met = { order: step.order ?? met.order, verdict: step.verdict };
  }
  return met;
}

const meet = ([start, first, second]: Cell): Met =>
  settled(startOf(start), actOn(start, first, 'one'), actOn(start, second, 'other'));
const meetTheOtherWay = ([start, first, second]: Cell): Met =>
  settled(startOf(start), actOn(start, second, 'other'), actOn(start, first, 'one'));

/** What an order says to people, without who did what. */
const standOf = (order: Order) => ({
  label: labelOf(order),
  parcels: order.parcels.map(({ courier, trackingId }) => `${courier} ${trackingId}`),
  shipping: order.shipping,
  told: messagesEarned(order).map(({ key }) => key),
});

const undecided = CELLS.filter((cell) => meet(cell).verdict?.outcome === 'needs-decision');

describe('two acts made at two offline registers', () => {
  it.each(CELLS)('from %s, %s and then %s come to what the table says', (start, first, second) => {
    expect(meet([start, first, second]).verdict?.code).toBe(MATRIX[start][first]?.[second]);
  });

  it('leave out no pair of acts and no order of arrival', () => {
    for (const first of ACTS)
      for (const second of ACTS)
        expect(
          CELLS.some(([, one, other]) => one === first && other === second),
          `${first}, ${second}`,
        ).toBe(true);
    for (const [start, first, second] of CELLS)
      expect(MATRIX[start][second]?.[first], `${start} ${second}`).toBeDefined();
  });

  it.each(CELLS)('from %s, %s and then %s are whole changes, and both stand in the history', (start, first, second) => {
    for (const change of [actOn(start, first, 'one'), actOn(start, second, 'other')])
      expect(parseChange(JSON.parse(JSON.stringify(change)))).toEqual({ ok: true, change });
    const names = meet([start, first, second])
      .order.history.filter(isAct)
      .map(({ staff }) => staff.name);
    expect(names.slice(-2)).toEqual(['Aina', 'Ravi']);
  });

  it.each(CELLS)('from %s, %s and %s, where they merge, come to the same whichever came first', (...cell) => {
    const [there, back] = [meet(cell).order, meetTheOtherWay(cell).order];
    if (there.decisions.length === 0 && back.decisions.length === 0) expect(standOf(there)).toEqual(standOf(back));
  });

  it.each(CELLS)('from %s, %s merges with %s when it is done twice alike', (start, first) => {
    const one = settle(startOf(start), actOn(start, first, 'one'), NOW);
    const alike = settle(one.order, actOn(start, first, 'other', 'A'), NOW);
    if (one.verdict.code === 'done')
      expect(alike.verdict).toEqual({ outcome: 'applied', code: first === 'add-note' ? 'done' : 'same' });
  });

  it('never refuse one of them without a person who is told', () => {
    expect(CELLS.filter((cell) => meet(cell).verdict?.outcome === 'refused')).toEqual([]);
  });
});

describe('a decision on two acts', () => {
  const decide = (order: Order, take: 'standing' | 'other', id = 'c-decide') => {
    const [open] = order.decisions;
    if (!open) throw new Error('there is nothing to decide');
    const seen = standingAct(order, open)?.id ?? '';
    return changeOn(id, order, { kind: 'decide', decision: open.change.id, take, seen });
  };
  const decided = (order: Order, take: 'standing' | 'other'): Order =>
    settle(order, decide(order, take), NOW).order ?? order;

  it.each(undecided)('from %s, %s and then %s: keeping what stands changes nothing but closes it', (...cell) => {
    const { order } = meet(cell);
    const after = decided(order, 'standing');
    expect(standOf(after)).toEqual(standOf(order));
    expect(after.decisions).toHaveLength(order.decisions.length - 1);
    expect(after.history).toHaveLength(order.history.length + 1);
  });

  it.each(undecided)('from %s, %s and then %s: taking the other brings its effect and keeps all three', (...cell) => {
    const { order } = meet(cell);
    const [open] = order.decisions;
    const after = decided(order, 'other');
    const act = actOf(after, open?.change.id ?? '');
    const { label, parcels, shipping } = standOf(after);
    if (act?.what === 'change-status' && open?.code !== 'shipped-twice') expect(label).toBe(act.to);
    if (act?.courier) expect(parcels).toEqual([`${act.courier} ${act.trackingId}`]);
    if (act?.address) expect(shipping).toEqual(act.address);
    expect(after.history.slice(0, -1)).toEqual(order.history);
    expect(decisionOn(after, open?.change.id ?? '')).toMatchObject({ take: 'other', staff: { name: 'Aina' } });
  });

  it.each(undecided)('from %s, %s and then %s: earns a message per parcel revision and none twice', (...cell) => {
    const { order } = meet(cell);
    const after = decided(order, 'other');
    const changed = JSON.stringify(after.parcels) !== JSON.stringify(order.parcels);
    const called = labelOf(after) === 'cancelled';
    const before = new Set(messagesEarned(order).map(({ key }) => key));
    const fresh = messagesEarned(after).filter(({ key }) => !before.has(key));
    expect(fresh.map(({ key }) => key)).toEqual(
      changed && !called ? after.parcels.slice(-1).map(({ id, revision }) => `${order.id}:${id}:${revision}`) : [],
    );
  });

  it('is kept when two people decide differently: the first wins, the second is told', () => {
    const { order } = meet(['paid', 'ship', 'cancel']);
    const first = decided(order, 'other');
    const second = { ...decide(order, 'standing', 'c-second'), staff: { id: 'staff:ravi', name: 'Ravi' } };
    const late = settle(first, second, NOW);
    expect(late.verdict).toEqual({ outcome: 'refused', code: 'decided-already' });
    expect(late.order?.history.at(-1)).toMatchObject({ id: 'c-second', what: 'decide', outcome: 'refused' });
    expect(labelOf(late.order ?? first)).toBe('cancelled');
    expect(settle(first, { ...second, take: 'other' } as typeof second, NOW).verdict.code).toBe('same');
  });

  it('is refused when something else stands by now than what was on screen', () => {
    const { order } = meet(['paid', 'ship', 'cancel']);
    const late = decide(order, 'other');
    const moved = settle(
      order,
      changeOn('c-done', order, { kind: 'change-status', seen: 'shipped', to: 'delivered' }),
      NOW,
    );
    expect(settle(moved.order, late, NOW).verdict).toEqual({ outcome: 'refused', code: 'decision-moved' });
    expect(moved.order?.decisions).toHaveLength(1);
  });

  it('on something that is not there is refused', () => {
    const change = changeOn('c-1', startOf('paid'), { kind: 'decide', decision: 'c-none', take: 'other', seen: '' });
    expect(settle(startOf('paid'), change, NOW).verdict).toEqual({ outcome: 'refused', code: 'target-unknown' });
  });

  it('for handing over after a refund takes the refund back', () => {
    const { order } = meet(['cancelled', 'refund', 'ship']);
    const after = decided(order, 'other');
    expect([labelOf(after), after.payment.status]).toEqual(['shipped', 'paid']);
  });
});
