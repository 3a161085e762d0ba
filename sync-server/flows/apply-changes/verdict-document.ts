import { createHash } from 'node:crypto';
import { isId } from '../../../domain/ids.ts';
import type { Verdict, VerdictDocument } from '../../../domain/verdict.ts';

/** The id under which the verdict on a change lies when no order can carry it: `v-` and the change's id without `c-`. */
export function verdictId(changeId: string): string {
  const id = `v-${changeId.replace(/^c-/, '')}`;
  return isId(id) ? id : `v-${createHash('sha256').update(changeId).digest('hex').slice(0, 40)}`;
}

/**
 * A verdict beside the orders, made from whatever the change holds: it may be malformed.
 * @param settledAt UTC ISO by the hub's clock.
 * @param reason what is wrong, for the log and for people who look closer; empty when the code says all.
 */
export function verdictDocument(
  changeId: string,
  change: unknown,
  verdict: Verdict,
  settledAt: string,
  reason: string,
): VerdictDocument {
  const { orderId, register } = (change ?? {}) as { orderId?: unknown; register?: { id?: unknown } | null };
  const registerId = register?.id;
  return {
    ...verdict,
    type: 'verdict',
    id: verdictId(changeId),
    changeId,
    orderId: isId(orderId) ? orderId : '',
    register: isId(registerId) ? registerId : '',
    settledAt,
    reason,
  };
}
