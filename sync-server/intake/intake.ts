import { labelOf, type StatusLabel } from '../../domain/label.ts';
import type { ShopDatabases } from '../hub/hub.ts';
import { ShopbellError } from '../../domain/errors.ts';
import { Refusal } from '../http/refusal.ts';
import { checkOrder, type CheckedOrder } from './new-order.ts';
import type { OrderBody } from './order-body.ts';
import { fingerprintOf, intakeOrderId } from './receipt.ts';
import { type Outcome, writeOrders } from './write-orders.ts';

/** The answer to a store. `created` is false when this very post had been taken before. */
export type Taken = {
  readonly created: boolean;
  readonly id: string;
  readonly number: string;
  readonly status: StatusLabel;
};

/**
 * Take an order in. Resolves only when the hub has it durably. The same key from the same source with the same content is
 * the same order, however often and wherever it is sent.
 * @throws Refusal 400 for sums or times that are wrong, 409 `idempotency-mismatch` for a key that stands for another order;
 * ShopbellError `hub-…` when the hub cannot take it: safe to send again.
 */
export type Intake = (body: OrderBody, key: string, source: string) => Promise<Taken>;

export type IntakeDeps = {
  readonly shop: string;
  /** The databases, or null while the hub has not been reached yet. */
  readonly databases: () => Pick<ShopDatabases, 'hub' | 'orders'> | null;
  /** Ms since 1970. */
  readonly now: () => number;
};

/** The most orders written together. */
const BATCH = 200;

type Entry = {
  readonly id: string;
  readonly order: CheckedOrder;
  readonly fingerprint: string;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Open the intake. Posts that arrive while a write is under way wait and are written together, so that a rush costs few
 * requests; posts of one key with one content share one write.
 */
export function openIntake(deps: IntakeDeps): Intake {
  const waiting: Entry[] = [];
  let busy = false;

  const nextBatch = (): Entry[][] => {
    const batch = new Map<string, Entry[]>();
    const later: Entry[] = [];
    for (const entry of waiting.splice(0)) {
      const alike = batch.get(entry.id);
      if (alike?.[0]?.fingerprint === entry.fingerprint) alike.push(entry);
      else if (!alike && batch.size < BATCH) batch.set(entry.id, [entry]);
      else later.push(entry);
    }
    waiting.push(...later);
    return [...batch.values()];
  };

  const writeBatch = async (batch: readonly Entry[][]): Promise<void> => {
    try {
      const databases = deps.databases();
      if (!databases) throw new ShopbellError('hub-unreachable', 'The hub cannot be reached just now.');
      const firsts = batch.flatMap(([first]) => (first ? [first] : []));
      const outcomes = await writeOrders(databases, deps.shop, firsts, new Date(deps.now()).toISOString());
      batch.forEach((alike, index) => {
        const outcome = outcomes[index];
        if (outcome) answerAll(alike, outcome);
      });
    } catch (error) {
      for (const entry of batch.flat()) entry.reject(error);
    }
  };

  const drain = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    while (waiting.length > 0) await writeBatch(nextBatch());
    busy = false;
  };

  return async (body, key, source) => {
    const order = checkOrder(body, deps.now());
    const id = intakeOrderId(deps.shop, source, key);
    const fingerprint = fingerprintOf(body);
    const outcome = await new Promise<Outcome>((resolve, reject) => {
      waiting.push({ id, order, fingerprint, resolve, reject });
      void drain();
    });
    if (outcome.kind === 'mismatch')
      throw new Refusal(409, 'idempotency-mismatch', 'This Idempotency-Key was used for another order. Use a new key.');
    const status = labelOf({ channel: 'online', payment: body.payment, fulfilment: 'open' });
    return { created: outcome.kind === 'created', id, number: outcome.number, status };
  };
}

/** The first of several equal posts made the order; to the others it was there already. */
function answerAll(alike: readonly Entry[], outcome: Outcome): void {
  alike.forEach((entry, index) =>
    entry.resolve(index > 0 && outcome.kind === 'created' ? { ...outcome, kind: 'repeated' } : outcome),
  );
}
