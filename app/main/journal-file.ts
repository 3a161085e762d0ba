import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { BridgeJournal, JournalEntry, JournalResult } from '../contract/journal.ts';
import { type JournalLine, readJournalLine, writeJournalLine } from './journal-line.ts';
import type { Log } from './log.ts';

/** Lines about changes that are done with, before the file is written anew without them. */
const STALE_LINES = 500;

/**
 * The journal as a file that is only ever added to. Every call waits for the one before; nothing is promised before
 * it is flushed to the disk. A last line that a crash has torn is passed over, and what comes next begins on a line of its own.
 * @param staleLines how many stale lines are let stand.
 */
export function openJournalFile(path: string, log: Log, staleLines = STALE_LINES): BridgeJournal {
  let last: Promise<unknown> = Promise.resolve();
  /** Null until the file was read. */
  let kept: Map<string, JournalEntry> | null = null;
  let lines = 0;
  let damaged = 0;
  /** The file may end inside a line: the next write must begin with a line's end. */
  let torn = false;

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  }

  async function load(): Promise<Map<string, JournalEntry>> {
    if (kept) return kept;
    const text = await readFile(path, 'utf8').catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return '';
      throw error;
    });
    const found = new Map<string, JournalEntry>();
    const all = text.split('\n');
    // A whole last line without its end counts: it will have one as soon as the next is written.
    torn = all.at(-1) !== '';
    for (const each of all) {
      const line = each === '' ? null : readJournalLine(each);
      if (line) take(found, line);
    }
    damaged = all.slice(0, -1).filter((each) => each !== '' && !readJournalLine(each)).length;
    lines = all.length - 1;
    kept = found;
    return found;
  }

  async function add(fresh: readonly JournalLine[]): Promise<void> {
    const entries = await load();
    if (fresh.length === 0) return;
    await write(fresh.map(writeJournalLine).join(''));
    for (const line of fresh) take(entries, line);
    lines += fresh.length;
    // What was just written is safe, whatever becomes of the tidying.
    if (lines - entries.size > staleLines)
      await compact(entries).catch((error: unknown) => log.warn('journal-not-tidied', error));
  }

  async function write(text: string): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, 'a', 0o600);
    try {
      const { size } = await file.stat();
      try {
        await file.appendFile(torn ? `\n${text}` : text);
        await file.sync();
        torn = false;
        if (size === 0) await syncFolder();
      } catch (error) {
        // What was refused must not be found in the file later on: nothing, or at most a torn line, stays behind.
        await file.truncate(size).catch(() => {
          torn = true;
        });
        throw error;
      }
    } finally {
      await file.close();
    }
  }

  /** A new name in a folder is safe only with the folder; Windows does not know this and needs it not. */
  async function syncFolder(): Promise<void> {
    const folder = await open(dirname(path), 'r').catch(() => null);
    await folder?.sync().catch(() => undefined);
    await folder?.close();
  }

  /** Write the file anew with what still counts. After a crash there is the old one or the new one. */
  async function compact(entries: ReadonlyMap<string, JournalEntry>): Promise<void> {
    const fresh = await open(`${path}.new`, 'w', 0o600);
    try {
      await fresh.writeFile([...entries.values()].map((keep) => writeJournalLine({ keep })).join(''));
      await fresh.sync();
    } finally {
      await fresh.close();
    }
    await rename(`${path}.new`, path);
    await syncFolder();
    lines = entries.size;
    torn = false;
  }

  async function tell(event: string, work: () => Promise<void>): Promise<JournalResult> {
    try {
      await inTurn(work);
      return { ok: true };
    } catch (error) {
      log.warn(event, error);
      return { ok: false, fault: codeOf(error) === 'ENOSPC' || codeOf(error) === 'EDQUOT' ? 'full' : 'failed' };
    }
  }

  return {
    append: (entries) => tell('journal-not-written', () => add(entries.map((keep) => ({ keep })))),
    dropSettled: (ids) =>
      tell('journal-not-dropped', async () => {
        const entries = await load();
        await add(ids.filter((id) => entries.has(id)).map((drop) => ({ drop })));
      }),
    read: () =>
      inTurn(async () => ({ entries: [...(await load()).values()], damaged })).catch((error: unknown) => {
        log.warn('journal-unreadable', error);
        return null;
      }),
  };
}

function take(entries: Map<string, JournalEntry>, line: JournalLine): void {
  if ('keep' in line) entries.set(line.keep.id, line.keep);
  else entries.delete(line.drop);
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null);
