import type { MangoQuerySelector, RxCollection } from 'rxdb';
import type { Channel } from '../../domain/axes.ts';
import type { StatusLabel } from '../../domain/label.ts';
import type { Order } from '../../domain/order.ts';
import { type OrderRow, receiptKey, receiptOfKey } from './order-row.ts';

/** Orders that lie side by side on disk, newest first: those of a channel, or of a channel with one label. */
export type Stretch = { readonly channel: Channel; readonly label: StatusLabel | null };

/** A row that holds its order. */
export type StoredOrder = OrderRow & { readonly order: Order };

/** Reads orders by index only: each read touches what it returns and nothing else. */
export type OrderReader = {
  newest(stretch: Stretch, limit: number): Promise<readonly StoredOrder[]>;
  /** Up to `limit` orders at or after this sort key, so that a whole channel can be read piece by piece. */
  from(channel: Channel, newest: string, limit: number): Promise<readonly StoredOrder[]>;
  count(stretch: Stretch): Promise<number>;
  byIds(ids: readonly string[]): Promise<ReadonlyMap<string, StoredOrder>>;
  ringing(): Promise<readonly StoredOrder[]>;
  /** Orders on which two acts contradict each other, undecided. */
  deciding(): Promise<readonly StoredOrder[]>;
  /** The highest running number among stored receipts that begin with this code; 0 when there is none. */
  highestReceipt(code: string): Promise<number>;
  hasReceipt(receipt: string): Promise<boolean>;
};

/** A reader of this collection. */
export function createOrderReader(collection: RxCollection<OrderRow>): OrderReader {
  const selectorOf = ({ channel, label }: Stretch): MangoQuerySelector<OrderRow> =>
    label === null ? { channel } : { channel, label };

  async function find(selector: MangoQuerySelector<OrderRow>, by: 'newest' | 'receipt', limit?: number) {
    const sort = by === 'newest' ? [{ newest: 'asc' as const }] : [{ receipt: 'asc' as const }];
    const documents = await collection.find({ selector, sort, ...(limit === undefined ? {} : { limit }) }).exec();
    return documents.flatMap((document) => whole(document.toJSON() as OrderRow));
  }

  return {
    newest: (stretch, limit) => find(selectorOf(stretch), 'newest', limit),
    from: (channel, newest, limit) => find({ channel, newest: { $gte: newest } }, 'newest', limit),
    count: (stretch) => collection.count({ selector: selectorOf(stretch) }).exec(),
    async byIds(ids) {
      if (ids.length === 0) return new Map();
      const documents = await collection.findByIds([...ids]).exec();
      const rows = [...documents.values()].flatMap((document) => whole(document.toJSON() as OrderRow));
      return new Map(rows.map((row) => [row.id, row]));
    },
    ringing: () => find({ ringing: 'yes' }, 'newest'),
    deciding: () => find({ deciding: 'yes' }, 'newest'),
    async highestReceipt(code) {
      const [highest] = await find({ receipt: { $gte: `${code}-`, $lt: `${code}.` } }, 'receipt', 1);
      return highest ? receiptOfKey(highest.receipt) : 0;
    },
    async hasReceipt(receipt) {
      const key = receiptKey(receipt);
      return key !== '' && (await find({ receipt: key }, 'receipt', 1)).length > 0;
    },
  };
}

function whole(row: OrderRow): StoredOrder[] {
  return row.order ? [row as StoredOrder] : [];
}
