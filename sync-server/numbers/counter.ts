import type { HubDatabase } from '../hub/hub.ts';

/** A counter in the hub database. `next` is the first number that nobody has. */
type CounterDocument = { readonly type: 'counter'; readonly id: string; readonly next: number };

/**
 * Take `count` numbers that nobody else ever gets, in one compare-and-swap; several servers may ask at once. Numbers
 * taken and then not used are lost: gaps are allowed, twins are not.
 * @returns the first of them; the rest follow.
 */
export async function takeNumbers(hub: HubDatabase, name: string, count: number, start: number): Promise<number> {
  const id = `counter:${name}`;
  for (;;) {
    const before = await hub.get<CounterDocument>(id);
    const first = before?.next ?? start;
    const written = await hub.put<CounterDocument>({ type: 'counter', id, next: first + count }, before?._rev);
    if (written.ok) return first;
  }
}
