import type { ChangeRow } from './collections.ts';
import type { OrderReader } from './order-reader.ts';
import type { WaitingChange } from './replica.ts';

/** What waits or was refused, oldest first, with the number people know each order by. */
export async function waitingChanges(
  rows: readonly ChangeRow[],
  reader: OrderReader,
): Promise<readonly WaitingChange[]> {
  const orders = await reader.byIds([...new Set(rows.map((row) => row.change.orderId))]);
  const numberOf = ({ change }: ChangeRow): string =>
    change.kind === 'record-sale' ? change.sale.receipt : (orders.get(change.orderId)?.order.number ?? '');
  return rows.flatMap((row): WaitingChange[] =>
    row.state === 'settled'
      ? []
      : [
          {
            change: row.change,
            state: row.state,
            code: row.code === '' ? null : row.code,
            reason: row.reason,
            orderNumber: numberOf(row),
          },
        ],
  );
}
