import type { Change, RecordSale, SendAgain } from './change.ts';
import { type Effect, silenced } from './effect.ts';
import { type ActEntry, isAct } from './history.ts';
import { labelOf } from './label.ts';
import { isBeingResent } from './message.ts';
import type { Order } from './order.ts';
import { saleOrder, saleFault } from './sale.ts';
import { settleAddress } from './settle-address.ts';
import { settleDecision } from './settle-decision.ts';
import { settleStatus } from './settle-status.ts';
import { settleTracking } from './settle-tracking.ts';
import { applied, refused, type Verdict } from './verdict.ts';

/** What became of a change: the order after it (null when there is none to write on) and the verdict. */
export type Settled = { readonly order: Order | null; readonly verdict: Verdict; readonly known: boolean };

/**
 * Decide a change against an order. The one rule of Shopbell: registers run it to show what is expected, the hub
 * runs it to decide. Deterministic and total: it never throws for a well-formed change.
 *
 * @param order the order as it stands, or null when the hub has none by that id.
 * @param settledAt UTC ISO by the hub's clock; null on a register, which only expects the verdict.
 * @returns `known: true` and the order unchanged when this change was settled before: settling twice equals once.
 */
export function settle(order: Order | null, change: Change, settledAt: string | null): Settled {
  if (order) {
    const before = order.history.find((entry): entry is ActEntry => entry.id === change.id && isAct(entry));
    if (before) return { order, verdict: { outcome: before.outcome, code: before.code }, known: true };
  }
  if (change.kind === 'record-sale') return settleSale(order, change, settledAt);
  if (!order) return { order: null, verdict: refused('order-unknown'), known: false };
  const effect = effectOf(order, change);
  return { order: withEntry(order, effect, change, settledAt), verdict: effect.verdict, known: false };
}

function effectOf(order: Order, change: Exclude<Change, RecordSale>): Effect {
  switch (change.kind) {
    case 'change-status':
      return settleStatus(order, change);
    case 'acknowledge':
      return order.alarm.state === 'ringing'
        ? { order: silenced(order, change), verdict: applied('done') }
        : { order, verdict: applied('same') };
    case 'add-note':
      return { order, verdict: applied('done'), note: { text: change.text } };
    case 'correct-tracking':
      return settleTracking(order, change);
    case 'correct-address':
      return settleAddress(order, change);
    case 'decide':
      return settleDecision(order, change);
    case 'send-again':
      return resent(order, change);
  }
}

function resent(order: Order, change: SendAgain): Effect {
  if (!order.messages.some((message) => message.key === change.messageKey))
    return { order, verdict: refused('target-unknown') };
  if (isBeingResent(order, change.messageKey)) return { order, verdict: applied('same') };
  const resends = [...order.resends, { key: change.messageKey, changeId: change.id }];
  return { order: { ...order, resends }, verdict: applied('done') };
}

function settleSale(order: Order | null, change: RecordSale, settledAt: string | null): Settled {
  if (order) return { order, verdict: applied('same'), known: true };
  const fault = saleFault(change.sale);
  if (fault) return { order: null, verdict: refused(fault), known: false };
  const effect: Effect = { order: saleOrder(change), verdict: applied('done') };
  return { order: withEntry(effect.order, effect, change, settledAt), verdict: effect.verdict, known: false };
}

function withEntry(before: Order, effect: Effect, change: Change, settledAt: string | null): Order {
  const { order, verdict } = effect;
  const entry: ActEntry = {
    id: change.id,
    what: change.kind,
    at: change.at,
    settledAt,
    staff: change.staff,
    register: change.register,
    outcome: verdict.outcome,
    code: verdict.code,
    ...(change.kind === 'change-status' ? { from: labelOf(before), to: change.to } : {}),
    ...effect.note,
  };
  const decisions =
    verdict.outcome === 'needs-decision'
      ? [...order.decisions, { change, met: labelOf(before), code: verdict.code }]
      : order.decisions;
  return { ...order, decisions, history: [...order.history, entry] };
}
