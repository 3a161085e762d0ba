import type { RxCollection } from 'rxdb';
import { isId } from '../../domain/ids.ts';
import { changesPath, type FeedRow, readChangesPage, type Since } from './changes-page.ts';
import type { FactRow } from './collections.ts';
import type { ConnectionState } from './connection-state.ts';
import { HubFault } from './hub-fault.ts';
import type { HubLine } from './hub-line.ts';
import { readFact } from './read-fact.ts';
import type { Rest } from './rest.ts';
import { retryDelay } from './retry-delay.ts';

const PAGE = 500;
const LIMIT_MS = 30_000;
/** Id of the row that says how far the feed was read. */
export const SINCE_ID = 'since';

type Parts = {
  readonly facts: RxCollection<FactRow>;
  readonly line: HubLine;
  readonly connection: ConnectionState;
  readonly rest: Rest;
  readonly database: string;
  readonly random: () => number;
  readonly isClosed: () => boolean;
};

/** The way down of the shop's facts. */
export type FactsPull = {
  /** Read to the end of the feed, trying until it can; a call while it reads makes it look once more. */
  look(): void;
  /** The hub was set back: read everything anew, and take off what it no longer has. */
  startOver(): void;
};

/**
 * Copies the shop's facts down when told to look. They are few and change seldom, so this is a plain reading with its own
 * stored place; a page is stored before the place moves on, so that a crash between only reads it again.
 */
export function createFactsPull(parts: Parts): FactsPull {
  let running = false;
  let again = false;
  /** What a reading from the start has brought so far; null when the feed is read on from its place. */
  let brought: Set<string> | null = null;
  let anew = false;

  async function storedPlace(): Promise<Since> {
    const stored = await parts.facts.findOne(SINCE_ID).exec();
    return (stored?.toJSON().fact as { since: Since } | undefined)?.since ?? '0';
  }

  async function takeOffRest(): Promise<void> {
    const kept = brought;
    if (!kept) return;
    const stored = await parts.facts.find().exec();
    const gone = stored.map((row) => row.id).filter((id) => id !== SINCE_ID && !kept.has(id));
    if (gone.length > 0) await parts.facts.bulkRemove(gone);
    brought = null;
  }

  async function page(): Promise<boolean> {
    const fromStart = anew;
    const since = fromStart ? '0' : await storedPlace();
    const answer = await parts.line.ask({ path: changesPath(parts.database, since, PAGE), limitMs: LIMIT_MS });
    const { rows, lastSeq, end } = readChangesPage(answer, PAGE);
    parts.connection.good('facts');
    if (anew !== fromStart) return false;
    if (fromStart) brought = new Set();
    await store(rows);
    if (end) await takeOffRest();
    if (lastSeq !== since) await parts.facts.upsert({ id: SINCE_ID, fact: { since: lastSeq } });
    if (fromStart) anew = false;
    return end;
  }

  async function store(rows: readonly FeedRow[]): Promise<void> {
    const documents = rows.filter((row) => !row.id.startsWith('_design/'));
    const facts = documents.flatMap(({ doc, deleted }) => (doc && !deleted ? (readFact(doc) ?? []) : []));
    const known = new Set(facts.map((fact) => fact.id));
    for (const id of known) brought?.add(id);
    const gone = documents.filter((row) => row.deleted && isId(row.id)).map((row) => row.id);
    parts.connection.skipped(documents.filter((row) => !row.deleted && !known.has(row.id)).map((row) => row.id));
    if (facts.length === 0 && gone.length === 0) return;
    const { error } = await parts.facts.bulkUpsert(facts.map((fact) => ({ id: fact.id, fact })));
    if (error.length > 0) throw new Error('The facts of the shop could not be stored.');
    if (gone.length > 0) await parts.facts.bulkRemove(gone);
  }

  async function read(): Promise<void> {
    for (let attempt = 0; !parts.isClosed(); attempt += 1) {
      try {
        while (!(await page())) attempt = 0;
        return;
      } catch (thrown) {
        if (parts.isClosed()) return;
        if (thrown instanceof HubFault) parts.connection.bad('facts', thrown);
        else parts.connection.storeFailed();
        if (thrown instanceof HubFault && thrown.code === 'dropped') attempt = -1;
        else await parts.rest.pause(retryDelay(attempt, parts.random));
      }
    }
  }

  async function readAll(): Promise<void> {
    running = true;
    do {
      again = false;
      await read();
    } while (again && !parts.isClosed());
    running = false;
  }

  const look = (): void => {
    again = true;
    if (!running) void readAll();
  };
  return {
    look,
    startOver() {
      anew = true;
      look();
    },
  };
}
