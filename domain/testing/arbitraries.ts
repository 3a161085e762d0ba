import fc from 'fast-check';
import type { Change } from '../change.ts';
import { standingAct } from '../decision.ts';
import { isAct } from '../history.ts';
import { labelOf, STATUS_LABELS } from '../label.ts';
import type { Order } from '../order.ts';
import { settle } from '../settle.ts';
import { STEPS } from '../steps.ts';
import { anOrder } from './fixtures.ts';

/** Online orders of both methods, paid and unpaid, as intake makes them. */
export const anyOrder: fc.Arbitrary<Order> = fc
  .record({
    method: fc.constantFrom('delivery' as const, 'pickup' as const),
    paid: fc.constantFrom(true, true, true, false),
  })
  .map(({ method, paid }) =>
    anOrder({
      method,
      shipping: method === 'delivery' ? anOrder().shipping : null,
      payment: { status: paid ? 'paid' : 'unpaid', method: 'Test card' },
      alarm: paid ? { state: 'ringing', since: '2026-03-01T02:00:00.000Z' } : { state: 'quiet' },
    }),
  );

const label = fc.constantFrom(...STATUS_LABELS);
const parcel = fc.record({
  courier: fc.constantFrom('Pos Laju', 'Ninja Van', ' '),
  trackingId: fc.constantFrom('A1', 'B2', ''),
});

const body = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('change-status'), seen: label, to: label, parcel }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('acknowledge') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('add-note'), text: fc.string({ minLength: 1 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('correct-tracking'),
      parcelId: fc.constantFrom('p1', 'p2'),
      seenRevision: fc.integer({ min: 1, max: 3 }),
      courier: fc.constantFrom('Pos Laju', 'GDEX'),
      trackingId: fc.constantFrom('A1', 'C3'),
      tell: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('correct-address'),
      seen: fc.constantFrom(null, anOrder().shipping, { ...anOrder().shipping, city: 'Taiping' }),
      seenStatus: label,
      address: fc.constantFrom('Ipoh', 'Taiping', 'Kampar').map((city) => ({ ...anOrder().shipping, city })),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('decide'),
      decision: fc.integer({ min: 1, max: 12 }).map((n) => `c-${n}`),
      take: fc.constantFrom('standing', 'other'),
      seen: fc.constantFrom('', 'c-1', 'c-2'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('send-again'),
      messageKey: fc.constantFrom(`${anOrder().id}:p1:1`, `${anOrder().id}:ready:1`),
    }),
  },
);

/** Changes of any kind about one order, decisions mostly about nothing that is open, from two registers and two people, some of them repeated. */
export const anyChanges: fc.Arbitrary<Change[]> = fc
  .array(
    fc.record({
      id: fc.integer({ min: 1, max: 12 }).map((n) => `c-${n}`),
      register: fc.constantFrom({ id: 'reg-a', name: 'Counter 1' }, { id: 'reg-b', name: 'Counter 2' }),
      staff: fc.constantFrom({ id: 'staff:aina', name: 'Aina' }, { id: 'staff:ravi', name: 'Ravi' }),
      body,
    }),
    { maxLength: 12, size: 'max' },
  )
  .map((drafts) => {
    const byId = new Map<string, Change>();
    return drafts.map(({ id, register, staff, body: fields }) => {
      const head = { type: 'change', id, shop: 'demo', orderId: anOrder().id, at: '2026-03-01T02:05:00.000Z' };
      const change = byId.get(id) ?? ({ ...head, register, staff, ...fields } as Change);
      byId.set(id, change);
      return change;
    });
  });

/** An order and changes on it, in which most decisions are about a contradiction that is open when they arrive. */
export type Story = { readonly order: Order; readonly changes: readonly Change[] };

export const anyStory: fc.Arbitrary<Story> = fc
  .tuple(anyOrder, anyChanges, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }))
  .map(([order, drafts, aimed]) => {
    const byId = new Map<string, Change>();
    let now = order;
    const changes = drafts.map((draft, index) => {
      const change = byId.get(draft.id) ?? (aimed[index] ? aimedAt(now, draft, order) : draft);
      byId.set(change.id, change);
      now = settle(now, change, '2026-03-01T02:06:00.000Z').order ?? now;
      return change;
    });
    return { order, changes };
  });

/** A decision about what is open or was decided before; a status change as a register makes it that still sees `stale`. */
function aimedAt(order: Order, change: Change, stale: Order): Change {
  if (change.kind === 'change-status') {
    const seen = labelOf(change.staff.name === 'Aina' ? order : stale);
    const steps = STEPS[order.method][seen] ?? [];
    const to = steps[Number(change.id.slice(2)) % steps.length];
    const parcel = { courier: change.register.name, trackingId: change.id };
    return to ? { ...change, seen, to, ...(to === 'shipped' ? { parcel } : {}) } : change;
  }
  if (change.kind !== 'decide') return change;
  const open = order.decisions.at(-1);
  if (open) return { ...change, decision: open.change.id, seen: standingAct(order, open)?.id ?? '' };
  const undecided = order.history.filter(isAct).find((entry) => entry.outcome === 'needs-decision');
  return undecided ? { ...change, decision: undecided.id } : change;
}
