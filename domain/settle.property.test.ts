import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from './change.ts';
import { decisionOn } from './decision.ts';
import { isAct } from './history.ts';
import { labelOf } from './label.ts';
import type { Order } from './order.ts';
import { overlay } from './pending.ts';
import { settle } from './settle.ts';
import { STEPS } from './steps.ts';
import { anyStory } from './testing/arbitraries.ts';

const NOW = '2026-03-01T02:06:00.000Z';

function settleAll(order: Order, changes: readonly Change[], at: string | null = NOW): Order {
  return changes.reduce((now, change) => settle(now, change, at).order ?? now, order);
}

/** The order without the hub's stamps, which a register cannot know beforehand. */
function unstamped(order: Order): Order {
  return { ...order, history: order.history.map((entry) => ({ ...entry, settledAt: null })) };
}

describe('settle', () => {
  it('applies a set of changes twice as once', () => {
    fc.assert(
      fc.property(anyStory, ({ order, changes }) => {
        const once = settleAll(order, changes);
        expect(settleAll(once, changes)).toEqual(once);
      }),
    );
  });

  it('gives a change the same verdict however often it is asked', () => {
    fc.assert(
      fc.property(anyStory, ({ order, changes }) => {
        let now = order;
        for (const change of changes) {
          const first = settle(now, change, NOW);
          now = first.order ?? now;
          expect(settle(now, change, NOW)).toMatchObject({ verdict: first.verdict, known: true });
        }
      }),
    );
  });

  it('never applies a step outside the table but by a decision on an act that had been put before a person', () => {
    fc.assert(
      fc.property(anyStory, ({ order, changes }) => {
        let now = order;
        for (const change of changes) {
          const { order: next, verdict } = settle(now, change, NOW);
          const [from, to] = [labelOf(now), labelOf(next ?? now)];
          if (from !== to && change.kind === 'decide') {
            expect(change.take).toBe('other');
            expect(now.decisions.map((open) => open.change.id)).toContain(change.decision);
            expect(verdict.code).toBe('done');
          } else if (from !== to) {
            expect(change).toMatchObject({ kind: 'change-status', to });
            expect(STEPS[order.method][from]).toContain(to);
          }
          now = next ?? now;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('moves fulfilment and payment only together with the status people see, or by a decision', () => {
    fc.assert(
      fc.property(anyStory, ({ order, changes }) => {
        let now = order;
        for (const change of changes) {
          const next = settle(now, change, NOW).order ?? now;
          if (change.kind !== 'decide' && labelOf(next) === labelOf(now))
            expect([next.fulfilment, next.payment]).toEqual([now.fulfilment, now.payment]);
          now = next;
        }
      }),
    );
  });

  it('closes a contradiction once, and by nothing but a decision', () => {
    fc.assert(
      fc.property(anyStory, ({ order, changes }) => {
        const { history } = settleAll(order, changes);
        const closed = history.filter(isAct).filter(({ what, code }) => what === 'decide' && code === 'done');
        expect(new Set(closed.map(({ decision }) => decision)).size).toBe(closed.length);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves everything but history and open decisions alone unless it says done', () => {
    fc.assert(
      fc.property(anyStory, ({ order, changes }) => {
        let now = order;
        for (const change of changes) {
          const { order: next, verdict, known } = settle(now, change, NOW);
          if (!known && verdict.code !== 'done')
            expect({ ...next, history: [], decisions: [] }).toEqual({ ...now, history: [], decisions: [] });
          now = next ?? now;
        }
      }),
    );
  });

  it('keeps every change in the history exactly once', () => {
    fc.assert(
      fc.property(anyStory, ({ order, changes }) => {
        const ids = settleAll(order, changes)
          .history.filter(isAct)
          .map((entry) => entry.id);
        expect(ids.toSorted()).toEqual([...new Set(changes.map((change) => change.id))].toSorted());
      }),
    );
  });

  it('keeps every contradiction whole for a person to decide', () => {
    fc.assert(
      fc.property(anyStory, ({ order, changes }) => {
        const settled = settleAll(order, changes);
        const undecided = settled.history.filter(
          (entry) => isAct(entry) && entry.outcome === 'needs-decision' && !decisionOn(settled, entry.id),
        );
        expect(settled.decisions.map(({ change }) => change.id)).toEqual(undecided.map((entry) => entry.id));
        for (const { change } of settled.decisions) expect(changes).toContainEqual(change);
      }),
      { numRuns: 500 },
    );
  });
});

describe('overlay', () => {
  it('shows what the hub will settle: the overlay after settling equals the order', () => {
    fc.assert(
      fc.property(anyStory, fc.nat(12), ({ order, changes }, cut) => {
        const hub = settleAll(order, changes.slice(0, cut));
        const shown = overlay(hub, changes);
        const settled = settleAll(order, changes);
        expect(shown && unstamped(shown.order)).toEqual(unstamped(settled));
        expect(overlay(settled, changes)).toMatchObject({ order: settled, pending: [] });
      }),
    );
  });

  it('counts exactly the changes without a verdict as pending', () => {
    fc.assert(
      fc.property(anyStory, fc.nat(12), ({ order, changes }, cut) => {
        const done = new Set(changes.slice(0, cut).map((change) => change.id));
        const open = [...new Set(changes.map((change) => change.id))].filter((id) => !done.has(id));
        expect(overlay(settleAll(order, changes.slice(0, cut)), changes)?.pending).toEqual(open);
      }),
    );
  });
});
