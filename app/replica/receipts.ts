import type { ChangeRow } from './collections.ts';
import { receiptKey, receiptOfKey } from './order-row.ts';
import type { OrderReader } from './order-reader.ts';
import type { Outbox } from './outbox.ts';

/** Receipt numbers of this register: its code and a running number of at least six digits. */
export type Receipts = {
  /** One above the highest known here, stored and waiting sales counted. */
  next(): Promise<string>;
  /** True when a sale known here carries this number already. */
  isUsed(receipt: string): Promise<boolean>;
};

/** Receipts of the register whose code is `code`. */
export function createReceipts(code: string, outbox: Outbox, reader: OrderReader): Receipts {
  const receiptsOf = (rows: readonly ChangeRow[]): string[] =>
    rows.flatMap(({ change }) => (change.kind === 'record-sale' ? [change.sale.receipt] : []));

  const running = (receipt: string): number => {
    const key = receiptKey(receipt);
    return key.startsWith(`${code}-`) ? receiptOfKey(key) : 0;
  };

  return {
    async next() {
      const highest = Math.max(...receiptsOf(outbox.rows()).map(running), await reader.highestReceipt(code));
      return `${code}-${String(highest + 1).padStart(6, '0')}`;
    },
    async isUsed(receipt) {
      // A refused sale that is sent again keeps the number on the paper the customer has.
      const counting = outbox.rows().filter((row) => row.state !== 'refused');
      return receiptsOf(counting).includes(receipt) || (await reader.hasReceipt(receipt));
    },
  };
}
