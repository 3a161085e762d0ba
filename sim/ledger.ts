import type { Change } from '../domain/change.ts';
import { type HistoryEntry, isAct } from '../domain/history.ts';
import type { Order } from '../domain/order.ts';
import { type OracleLetter, Violation } from './violation.ts';
import type { Fields } from './hub/rows.ts';

/** An act that a person was told is saved. */
export type AcceptedAct = { readonly register: string; readonly change: Change };

/** The simulator's own book of what people did and what the hub made of it, kept apart from the product's. */
export type Ledger = {
  /** Ids that some register's program has given to an act. */
  readonly given: Set<string>;
  readonly accepted: Map<string, AcceptedAct>;
  /** Refused acts that a person has read and taken off the list. */
  readonly discarded: Set<string>;
  /** Orders as they first came to the hub. */
  readonly beginnings: Map<string, Order>;
  /** How often the hub has settled each act. */
  readonly settled: Map<string, number>;
  /** To be told of every write at the hub. */
  watch(database: string, before: Fields | null, after: Fields | null): void;
  /** The hub was set back to these documents of the orders database: count anew what is settled. */
  setBack(orders: readonly Fields[]): void;
  /** Note a broken promise; the run ends with the first. */
  broken(oracle: OracleLetter, what: string): void;
  /** @throws Violation the first that was noted. */
  check(): void;
};

export function createLedger(): Ledger {
  let first: Violation | null = null;
  const settled = new Map<string, number>();
  const beginnings = new Map<string, Order>();
  const broken: Ledger['broken'] = (oracle, what) => void (first ??= new Violation(oracle, what));
  const settle = (id: string): void => {
    const times = (settled.get(id) ?? 0) + 1;
    settled.set(id, times);
    if (times > 1) broken('a', `${id} was settled ${times} times`);
  };

  return {
    given: new Set(),
    accepted: new Map(),
    discarded: new Set(),
    settled,
    beginnings,
    watch(database, before, after) {
      if (!database.endsWith('-orders')) return;
      if (after?.['type'] === 'verdict') return settle(String(after['changeId']));
      if (!before && after?.['type'] === 'order') beginnings.set(String(after['id']), after as Order & Fields);
      const was = historyOf(before);
      const is = historyOf(after);
      const kept = new Set(is.map((entry) => entry.id));
      const lost = was.find((entry) => !kept.has(entry.id));
      if (lost) broken('a', `order ${String(before?.['id'])} lost ${lost.what} ${lost.id} from its history`);
      if (kept.size < is.length) broken('a', `order ${String(after?.['id'])} has an entry twice in its history`);
      const known = new Set(was.map((entry) => entry.id));
      for (const entry of is) if (isAct(entry) && !known.has(entry.id)) settle(entry.id);
    },
    setBack(orders) {
      settled.clear();
      for (const doc of orders) {
        if (doc['type'] === 'verdict') settle(String(doc['changeId']));
        for (const entry of historyOf(doc)) if (isAct(entry)) settle(entry.id);
      }
    },
    broken,
    check() {
      if (first) throw first;
    },
  };
}

const historyOf = (doc: Fields | null): readonly HistoryEntry[] =>
  doc?.['type'] === 'order' && Array.isArray(doc['history']) ? (doc['history'] as HistoryEntry[]) : [];
