import type { FeedChange, HubDatabase } from '../hub/hub.ts';

/** A write a flow has seen in its feed, to know by whether the hub was set back since: the document and its revision. */
export type Tidemark = readonly [id: string, rev: string];

/** Where a flow stands in its feed: everything up to `since` is settled. A document of the hub database. */
export type CursorDocument = {
  readonly type: 'cursor';
  readonly id: string;
  readonly since: string;
  /** The newest writes seen, oldest first. Absent on cursors of earlier versions. */
  readonly marks?: readonly Tidemark[];
};

/** The id of a flow's cursor in the hub database. */
export const cursorId = (flow: string): string => `cursor:${flow}`;

/** More than one, because a clustered hub keeps a database in several files that may be restored one by one. */
const MARKS = 8;

export type Cursor = {
  /** The place to go on from, `'0'` at the very start. Read from the hub once, then remembered. */
  read(): Promise<string>;
  /** Step on past this page. Resolves when the hub has it durably. */
  save(since: string, page: readonly FeedChange<unknown>[]): Promise<void>;
};

/**
 * Open the durable cursor of a flow. Servers side by side share it; each goes on from its own place, so that a cursor
 * saved by a slower one costs work done twice after a restart and nothing else: every step of a flow may be repeated.
 */
export function openCursor(hub: HubDatabase, flow: string): Cursor {
  const id = cursorId(flow);
  let since: string | null = null;
  let rev: string | undefined;
  let marks: readonly Tidemark[] = [];
  const load = async (): Promise<string> => {
    const stored = await hub.get<CursorDocument>(id);
    rev = stored?._rev;
    marks = stored?.marks ?? [];
    return stored?.since ?? '0';
  };
  return {
    read: async () => (since ??= await load()),
    save: async (next, page) => {
      if (next === since) return;
      const seen = newest(marks, page);
      for (;;) {
        const written = await hub.put<CursorDocument>({ type: 'cursor', id, since: next, marks: seen }, rev);
        if (written.ok) {
          since = next;
          rev = written.rev;
          marks = seen;
          return;
        }
        await load();
      }
    },
  };
}

function newest(before: readonly Tidemark[], page: readonly FeedChange<unknown>[]): readonly Tidemark[] {
  const fresh = page.flatMap(({ id, doc }): Tidemark[] => (doc ? [[id, doc._rev]] : []));
  const others = before.filter(([id]) => !page.some((change) => change.id === id));
  return [...others, ...fresh].slice(-MARKS);
}
