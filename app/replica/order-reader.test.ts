import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { anOrder } from '../../domain/testing/fixtures.ts';
import { type Collections, openCollections } from './collections.ts';
import { createOrderReader, type OrderReader } from './order-reader.ts';
import { rowOf } from './order-row.ts';
import { openSearchIndex } from './search-index.ts';
import { openTally } from './tally.ts';

let collections: Collections;
let reader: OrderReader;
const put = (...ids: string[]) => collections.orders.bulkInsert(ids.map((id) => rowOf(anOrder({ id }))));

beforeEach(async () => {
  collections = await openCollections(getRxStorageMemory(), 'reader');
  reader = createOrderReader(collections.orders);
});
afterEach(() => collections.database.close());

test('every list, count and receipt look-up is answered by an index alone: nothing is filtered or sorted after', () => {
  const newest = [{ newest: 'asc' as const }];
  const receipt = { receipt: { $gte: 'R1-', $lt: 'R1.' } };
  const queries = [
    collections.orders.find({ selector: { channel: 'online' }, sort: newest, limit: 50 }),
    collections.orders.find({ selector: { channel: 'online', label: 'paid' }, sort: newest, limit: 50 }),
    collections.orders.find({ selector: { channel: 'online', newest: { $gte: '5' } }, sort: newest, limit: 50 }),
    collections.orders.find({ selector: { ringing: 'yes' }, sort: newest }),
    collections.orders.find({ selector: receipt, sort: [{ receipt: 'asc' }], limit: 1 }),
  ];
  for (const query of queries) {
    const { queryPlan } = query.getPreparedQuery();
    expect(queryPlan).toMatchObject({ selectorSatisfiedByIndex: true, sortSatisfiedByIndex: true });
  }
  for (const selector of [{ channel: 'online' as const }, { channel: 'online' as const, label: 'paid' as const }])
    expect(collections.orders.count({ selector }).getPreparedQuery().queryPlan.selectorSatisfiedByIndex).toBe(true);
});

test('a tally stays in step with inserts, label changes and removals', async () => {
  const tally = openTally(collections.orders, reader);
  await put('o-1', 'o-2', 'o-3');
  const paid = { channel: 'online', label: 'paid' } as const;
  const shipped = { channel: 'online', label: 'shipped' } as const;
  expect([await tally.count(paid), await tally.count(shipped)]).toEqual([3, 0]);
  await collections.orders.upsert(rowOf(anOrder({ id: 'o-1', fulfilment: 'shipped' })));
  await put('o-4');
  await (await collections.orders.findOne('o-2').exec())?.remove();
  expect([await tally.count(paid), await tally.count(shipped)]).toEqual([2, 1]);
  expect(await tally.count({ channel: 'online', label: null })).toBe(
    await reader.count({ channel: 'online', label: null }),
  );
  tally.close();
});

test('search reads on past any number of orders of the same moment', async () => {
  await put(...Array.from({ length: 1300 }, (_, n) => `o-${n}`));
  const search = openSearchIndex(collections.orders, reader);
  expect(await search.find(['mug'])).toHaveLength(1300);
  search.close();
});
