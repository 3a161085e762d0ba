import type { RxCollection } from 'rxdb';
import type { OrderReader, Stretch } from './order-reader.ts';
import type { OrderRow } from './order-row.ts';

/** How many orders there are in a stretch; counted once, then kept in step with what is stored. */
export type Tally = { count(stretch: Stretch): Promise<number>; close(): void };

type Event = { readonly operation: string; readonly documentData: OrderRow; readonly previousDocumentData?: OrderRow };

const keysOf = ({ channel, label }: OrderRow): string[] => [channel, `${channel}/${label}`];

/** A tally over these orders. */
export function openTally(collection: RxCollection<OrderRow>, reader: OrderReader): Tally {
  const counts = new Map<string, number>();
  let version = 0;
  const add = (row: OrderRow | undefined, step: number): void => {
    if (!row?.order) return;
    for (const key of keysOf(row)) {
      const before = counts.get(key);
      if (before !== undefined) counts.set(key, before + step);
    }
  };
  const subscription = collection.eventBulks$.subscribe((bulk) => {
    version += 1;
    for (const event of bulk.events as unknown as readonly Event[]) {
      if (event.operation !== 'INSERT') add(event.previousDocumentData, -1);
      if (event.operation !== 'DELETE') add(event.documentData, 1);
    }
  });
  return {
    async count(stretch) {
      const key = stretch.label === null ? stretch.channel : `${stretch.channel}/${stretch.label}`;
      const known = counts.get(key);
      if (known !== undefined) return known;
      const before = version;
      const counted = await reader.count(stretch);
      if (before === version) counts.set(key, counted);
      return counted;
    },
    close: () => subscription.unsubscribe(),
  };
}
