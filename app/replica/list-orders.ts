import type { OrderView } from '../../domain/pending.ts';
import { searchText } from '../../domain/search-text.ts';
import type { Channel } from '../../domain/axes.ts';
import type { StatusLabel } from '../../domain/label.ts';
import type { ChangeRow } from './collections.ts';
import { newestKey } from './order-row.ts';
import type { OrderReader, StoredOrder, Stretch } from './order-reader.ts';
import { pendingViews, plainView } from './pending-views.ts';
import type { OrderPage, OrderQuery } from './replica.ts';
import { byNewest, holds, type SearchIndex, wordsOf } from './search-index.ts';
import type { Tally } from './tally.ts';

/** What a list is read from. */
export type ListSources = { readonly reader: OrderReader; readonly tally: Tally; readonly search: SearchIndex };

type Fits = (order: { readonly channel: Channel; readonly label: StatusLabel }) => boolean;
/** Stored matches (the newest, and how many in all), those that changes wait on left out. */
type Found = { readonly rows: readonly StoredOrder[]; readonly total: number };

/**
 * One page of a list as people see it. The orders that changes wait on are judged by what they will be, not by how they
 * lie on disk; all others come straight from an index.
 */
export async function listOrders(
  query: OrderQuery,
  changes: readonly ChangeRow[],
  sources: ListSources,
): Promise<OrderPage> {
  const pending = await pendingViews(changes, sources.reader);
  const words = wordsOf(query.search);
  const fits: Fits = ({ channel, label }) =>
    (query.channel === 'all' || query.channel === channel) &&
    (query.statuses.length === 0 || query.statuses.includes(label));
  const storedPending = [...pending.values()].flatMap(({ stored }) => stored ?? []);
  const found =
    words.length > 0
      ? await bySearch(query, words, fits, new Set(pending.keys()), sources)
      : await byIndex(query, storedPending, fits, sources);
  const changed = [...pending.values()]
    .map(({ view }) => view)
    .filter((view) => fits({ channel: view.order.channel, label: view.label }) && holds(searchText(view.order), words));
  const rows = [...found.rows.map(plainView), ...changed].map(withKey).sort(byNewest).slice(0, query.limit);
  return { rows: rows.map(({ view }) => view), total: found.total + changed.length };
}

const withKey = (view: OrderView) => ({ id: view.order.id, newest: newestKey(view.order.placedAt), view });

async function byIndex(
  query: OrderQuery,
  pending: readonly StoredOrder[],
  fits: Fits,
  { reader, tally }: ListSources,
): Promise<Found> {
  const ids = new Set(pending.map((row) => row.id));
  const stretches = stretchesOf(query);
  const reads = await Promise.all(stretches.map((stretch) => reader.newest(stretch, query.limit + ids.size)));
  const counts = await Promise.all(stretches.map((stretch) => tally.count(stretch)));
  const all = counts.reduce((sum, count) => sum + count, 0);
  return { rows: reads.flat().filter((row) => !ids.has(row.id)), total: all - pending.filter(fits).length };
}

async function bySearch(
  query: OrderQuery,
  words: readonly string[],
  fits: Fits,
  pending: ReadonlySet<string>,
  { reader, search }: ListSources,
): Promise<Found> {
  const entries = (await search.find(words)).filter((entry) => fits(entry) && !pending.has(entry.id));
  const rows = await reader.byIds(entries.slice(0, query.limit).map((entry) => entry.id));
  return { rows: [...rows.values()], total: entries.length };
}

function stretchesOf({ channel, statuses }: OrderQuery): readonly Stretch[] {
  const channels: readonly Channel[] = channel === 'all' ? ['online', 'in-store'] : [channel];
  const labels: readonly (StatusLabel | null)[] = statuses.length === 0 ? [null] : [...new Set(statuses)];
  return channels.flatMap((each) => labels.map((label) => ({ channel: each, label })));
}
