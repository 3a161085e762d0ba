import type { ShopDatabases } from '../hub/hub.ts';
import { takeNumbers } from '../numbers/counter.ts';
import { type CheckedOrder, newOrder } from './new-order.ts';
import { type IntakeReceipt, receiptId } from './receipt.ts';

/** An order waiting to be written, under the id its key gives it. */
export type Waiting = { readonly id: string; readonly order: CheckedOrder; readonly fingerprint: string };

/** What became of it. `mismatch`: an order with other content has this key already; nothing was written. */
export type Outcome =
  { readonly kind: 'created' | 'repeated'; readonly number: string } | { readonly kind: 'mismatch' };

const FIRST_NUMBER = 1001;

/**
 * Write a batch of orders with distinct ids, in four requests however many they are: read receipts, take numbers, write
 * receipts, write orders. Each step may be cut off by a crash; the same post sent again goes on from there, with the same
 * number. Servers side by side meet at the receipt: the first to write it decides number and content.
 */
export async function writeOrders(
  databases: Pick<ShopDatabases, 'hub' | 'orders'>,
  shop: string,
  batch: readonly Waiting[],
  now: string,
): Promise<readonly Outcome[]> {
  const receipts = await receiptsFor(databases, batch, now);
  const right = batch.flatMap(({ id, order, fingerprint }) => {
    const receipt = receipts.get(id);
    if (receipt?.fingerprint !== fingerprint) return [];
    return [newOrder(order, { id, shop, number: receipt.number, at: receipt.at })];
  });
  const written = right.length ? await databases.orders.putAll(right) : [];
  const created = new Map(right.map((order, index) => [order.id, written[index]?.ok === true]));
  return batch.map(({ id }): Outcome => {
    const isNew = created.get(id);
    const number = receipts.get(id)?.number;
    if (isNew === undefined || number === undefined) return { kind: 'mismatch' };
    return { kind: isNew ? 'created' : 'repeated', number };
  });
}

async function receiptsFor(
  { hub }: Pick<ShopDatabases, 'hub'>,
  batch: readonly Waiting[],
  now: string,
): Promise<Map<string, IntakeReceipt>> {
  const ids = batch.map(({ id }) => id);
  const receipts = new Map<string, IntakeReceipt>();
  const read = async (wanted: readonly string[]) => {
    const found = await hub.getAll<IntakeReceipt>(wanted.map(receiptId));
    wanted.forEach((id, index) => found[index] && receipts.set(id, found[index]));
  };
  await read(ids);
  const fresh = batch.filter(({ id }) => !receipts.has(id));
  if (fresh.length === 0) return receipts;
  const first = await takeNumbers(hub, 'orders', fresh.length, FIRST_NUMBER);
  const made = fresh.map(({ id, fingerprint }, index): IntakeReceipt => ({
    type: 'intake',
    id: receiptId(id),
    number: String(first + index),
    at: now,
    fingerprint,
  }));
  const written = await hub.putAll(made);
  fresh.forEach(({ id }, index) => written[index]?.ok && made[index] && receipts.set(id, made[index]));
  await read(ids.filter((id) => !receipts.has(id)));
  return receipts;
}
