import { BehaviorSubject, type Observable, ReplaySubject } from 'rxjs';
import type { RxCollection } from 'rxdb';
import type { Change } from '../../domain/change.ts';
import type { VerdictCode } from '../../domain/verdict.ts';
import type { ChangeRow } from './collections.ts';
import type { Journal } from './journal.ts';
import { journalledChanges, type Owner } from './journalled.ts';
import { systemTimers, type Timers } from './timers.ts';
import { within } from './within.ts';

/** What became of a change. `sent`: the hub has it; `settled`: done with; `refused`: parked for a person. */
export type Outcome = {
  readonly id: string;
  readonly state: 'sent' | 'settled' | 'refused';
  readonly code?: VerdictCode;
  readonly reason?: string;
};

/**
 * This register's changes. Being in here *is* being queued: a row is on disk before `add` resolves, and nothing leaves
 * but by a verdict or a person's hand. Memory holds what is not settled; disk holds the truth. With a journal a change counts
 * as saved once the journal has it: a store that fails then costs nothing but the mark `faults$`.
 */
export type Outbox = {
  /** Queued, sent and refused rows, oldest first. */
  readonly rows$: Observable<readonly ChangeRow[]>;
  rows(): readonly ChangeRow[];
  /** The store could not take something the journal has. */
  readonly faults$: Observable<void>;
  /** Rejects when the change could not be stored. */
  add(change: Change): Promise<void>;
  /** Take back a change whose saving was given up: it must not travel, now or later. */
  withdraw(id: string): Promise<void>;
  /** Write outcomes down. One that would step back (a settled change reported sent) changes nothing. */
  record(outcomes: readonly Outcome[]): Promise<void>;
  /** Ids of changes the hub should have: sent ones, and settled ones of the last 30 days that no person discarded. */
  offerable(): Promise<readonly string[]>;
  /** Queue these again, those that were settled before all that wait now: the hub has lost them. */
  requeue(ids: readonly string[]): Promise<void>;
  /** Take a refused change off the list. */
  discard(id: string): Promise<void>;
  close(): void;
};

/** What stands behind the store. */
type Safety = { readonly journal?: Journal | null; readonly owner: Owner; readonly timers?: Timers };

const KEEP_SETTLED_MS = 30 * 24 * 3600 * 1000;
/** Longest wait for the store, ms, when the journal has the change already. */
const STORE_LIMIT_MS = 5_000;
/** In place of a verdict's code on what a person has discarded. */
const DISCARDED = '';
const RANK = { queued: 0, sent: 1, refused: 2, settled: 2 } as const;

/**
 * Read what is not settled from disk; settled rows older than 30 days are removed for good.
 * Changes of this owner that only the journal has are queued again.
 * @param now UTC ms.
 */
export async function openOutbox(
  collection: RxCollection<ChangeRow>,
  now: () => number,
  { journal = null, owner, timers = systemTimers }: Safety,
): Promise<Outbox> {
  await purge(collection, now() - KEEP_SETTLED_MS);
  const found = await Promise.all(
    (['queued', 'sent', 'refused'] as const).map((state) => collection.find({ selector: { state } }).exec()),
  );
  const kept = found.flat().map((document) => document.toJSON() as ChangeRow);
  const rows$ = new BehaviorSubject<readonly ChangeRow[]>(kept.toSorted((a, b) => a.seq - b.seq));
  const faults$ = new ReplaySubject<void>(1);
  const withdrawn = new Set<string>();
  let lastSeq = Math.max(0, ...kept.map((row) => row.seq));
  let writing: Promise<unknown> = Promise.resolve();

  function next<T>(write: () => Promise<T>): Promise<T> {
    const result = writing.then(write);
    writing = result.catch(() => undefined);
    return result;
  }

  async function patch(changed: readonly ChangeRow[]): Promise<void> {
    const documents = await collection.findByIds(changed.map((row) => row.id)).exec();
    const patches = changed.map(async ({ id, seq, state, code, reason, settledAt }) => {
      await documents.get(id)?.incrementalPatch({ seq, state, code, reason, settledAt });
    });
    await Promise.all(patches);
    const byId = new Map(changed.map((row) => [row.id, row]));
    forget(changed.filter((row) => row.state === 'settled').map((row) => row.id));
    const others = rows$.value.filter((row) => !byId.has(row.id));
    const rows = [...others, ...changed].filter((row) => row.state !== 'settled');
    rows$.next(rows.toSorted((a, b) => a.seq - b.seq));
  }

  function after(row: ChangeRow, outcome: Outcome): ChangeRow {
    const settledAt = outcome.state === 'settled' ? now() : 0;
    return { ...row, state: outcome.state, code: outcome.code ?? '', reason: outcome.reason ?? '', settledAt };
  }

  function fresh(change: Change): ChangeRow {
    lastSeq += 1;
    return { id: change.id, seq: lastSeq, state: 'queued', code: '', reason: '', settledAt: 0, change };
  }

  const show = (rows: readonly ChangeRow[]): void =>
    rows$.next([...rows$.value, ...rows].toSorted((a, b) => a.seq - b.seq));

  /** Rejects only where no journal has the change. */
  async function store(row: ChangeRow): Promise<void> {
    if (!journal) return void (await collection.insert(row));
    await within(STORE_LIMIT_MS, timers, collection.insert(row)).catch(() => faults$.next());
  }

  /** A change that stays in the journal for want of this is sent once more after a restart, and counts once. */
  function forget(ids: readonly string[]): void {
    if (journal && ids.length > 0) void journal.drop(ids).catch(() => faults$.next());
  }

  async function takeUpJournal(from: Journal): Promise<void> {
    const changes = await journalledChanges(from, owner);
    const stored = await collection.findByIds(changes.map((change) => change.id)).exec();
    forget([...stored.values()].flatMap((row) => (row.state === 'settled' ? [row.id] : [])));
    const rows = changes.filter((change) => !stored.has(change.id)).map(fresh);
    for (const row of rows) await store(row);
    if (rows.length > 0) show(rows);
  }

  if (journal) await takeUpJournal(journal).catch(() => faults$.next());

  return {
    rows$: rows$.asObservable(),
    rows: () => rows$.value,
    faults$: faults$.asObservable(),
    async add(change) {
      await journal?.append([{ id: change.id, text: JSON.stringify(change) }]);
      if (withdrawn.has(change.id)) return forget([change.id]);
      const row = fresh(change);
      await store(row);
      if (withdrawn.has(row.id)) {
        forget([row.id]);
        await (await collection.findOne(row.id).exec())?.remove();
      } else show([row]);
    },
    async withdraw(id) {
      withdrawn.add(id);
      forget([id]);
      if (!rows$.value.some((row) => row.id === id)) return;
      rows$.next(rows$.value.filter((row) => row.id !== id));
      await (await collection.findOne(id).exec())?.remove();
    },
    record: (outcomes) =>
      next(async () => {
        const byId = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
        const changed = rows$.value.flatMap((row) => {
          const outcome = byId.get(row.id);
          return outcome && RANK[outcome.state] > RANK[row.state] ? [after(row, outcome)] : [];
        });
        if (changed.length > 0) await patch(changed);
      }),
    async offerable() {
      const settled = await collection.find({ selector: { state: 'settled' } }).exec();
      const applied = settled.filter((document) => document.code !== DISCARDED);
      const sent = rows$.value.filter((row) => row.state === 'sent');
      return [...applied, ...sent].map((row) => row.id);
    },
    requeue: (ids) =>
      next(async () => {
        const documents = await collection.findByIds([...ids]).exec();
        const rows = [...documents.values()].map((document) => document.toJSON() as ChangeRow);
        const again = queuedAgain(rows, Math.min(1, ...rows$.value.map((row) => row.seq)));
        if (again.length > 0) await patch(again);
      }),
    discard: (id) =>
      next(async () => {
        const row = rows$.value.find((each) => each.id === id && each.state === 'refused');
        if (row) await patch([{ ...row, state: 'settled', code: DISCARDED, settledAt: now() }]);
      }),
    close() {
      rows$.complete();
      faults$.complete();
    },
  };
}

/** Settled rows go before `first`, in the order they were settled in; sent ones keep their place. */
function queuedAgain(rows: readonly ChangeRow[], first: number): readonly ChangeRow[] {
  const queued = { state: 'queued', code: '', reason: '', settledAt: 0 } as const;
  const settled = rows
    .filter((row) => row.state === 'settled')
    .toSorted((a, b) => a.settledAt - b.settledAt || a.seq - b.seq);
  const sent = rows.filter((row) => row.state === 'sent');
  const before = settled.map((row, index) => ({ ...row, ...queued, seq: first - settled.length + index }));
  return [...before, ...sent.map((row) => ({ ...row, ...queued }))];
}

async function purge(collection: RxCollection<ChangeRow>, before: number): Promise<void> {
  const old = await collection.find({ selector: { state: 'settled', settledAt: { $lt: before } } }).exec();
  if (old.length === 0) return;
  await collection.bulkRemove(old.map((document) => document.id));
  await collection.storageInstance.cleanup(0);
}
