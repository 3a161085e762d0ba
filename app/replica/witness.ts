import type { Collections } from './collections.ts';
import { isFields } from './fields.ts';
import type { OrderReader } from './order-reader.ts';

/** A place outside the local copy's storage for one short text, by which a damaged copy is known at start. */
export type WitnessPort = {
  /** Null when nothing is there. */
  read(): Promise<string | null>;
  write(text: string): Promise<void>;
};

/** What the copy held when it was last looked at: how many orders, and the ids of changes not settled. */
export type Witness = { readonly orders: number; readonly waiting: readonly string[] };

/** Enough to know a wiped copy by; the journal knows every one. */
const MOST_IDS = 1_000;

export const writeWitness = ({ orders, waiting }: Witness): string =>
  JSON.stringify({ orders, waiting: waiting.slice(0, MOST_IDS) });

/** The witness in this text, or null when it is not one. */
export function readWitness(text: string | null): Witness | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (!isFields(value)) return null;
    const { orders, waiting } = value;
    if (typeof orders !== 'number' || !Array.isArray(waiting)) return null;
    return { orders, waiting: waiting.filter((id) => typeof id === 'string') };
  } catch {
    return null;
  }
}

/** How many orders the copy holds. */
export async function countOrders(reader: OrderReader): Promise<number> {
  const counts = (['online', 'in-store'] as const).map((channel) => reader.count({ channel, label: null }));
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}

/**
 * True when the copy holds less than the witness saw: fewer orders, or not all the changes that waited. A copy may be damaged
 * without the browser saying a word.
 */
export async function isDamaged(collections: Collections, reader: OrderReader, seen: Witness | null): Promise<boolean> {
  if (!seen) return false;
  const found = await collections.changes.findByIds([...seen.waiting]).exec();
  return seen.waiting.some((id) => !found.has(id)) || (await countOrders(reader)) < seen.orders;
}
