import type { HubDatabase } from '../hub/hub.ts';

/** Where a flow stands in its feed: everything up to `since` is settled. A document of the hub database. */
type CursorDocument = { readonly type: 'cursor'; readonly id: string; readonly since: string };

export type Cursor = {
  /** The place to go on from, `'0'` at the very start. Read from the hub once, then remembered. */
  read(): Promise<string>;
  /** Resolves when the hub has it durably. */
  save(since: string): Promise<void>;
};

/**
 * Open the durable cursor of a flow. Servers side by side share it; each goes on from its own place, so that a cursor
 * saved by a slower one costs work done twice after a restart and nothing else: every step of a flow may be repeated.
 */
export function openCursor(hub: HubDatabase, flow: string): Cursor {
  const id = `cursor:${flow}`;
  let since: string | null = null;
  let rev: string | undefined;
  const load = async (): Promise<string> => {
    const stored = await hub.get<CursorDocument>(id);
    rev = stored?._rev;
    return stored?.since ?? '0';
  };
  return {
    read: async () => (since ??= await load()),
    save: async (next) => {
      if (next === since) return;
      for (;;) {
        const written = await hub.put<CursorDocument>({ type: 'cursor', id, since: next }, rev);
        if (written.ok) {
          since = next;
          rev = written.rev;
          return;
        }
        await load();
      }
    },
  };
}
