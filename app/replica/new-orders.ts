import { rings } from '../../domain/alarm.ts';
import type { ChangeRow } from './collections.ts';
import type { OrderReader } from './order-reader.ts';
import { pendingViews } from './pending-views.ts';
import type { Tally } from './tally.ts';

/** How many online orders are new: Paid and untouched, or still ringing; waiting changes counted in. */
export async function countNewOrders(
  changes: readonly ChangeRow[],
  { reader, tally }: { readonly reader: OrderReader; readonly tally: Tally },
): Promise<number> {
  const pending = await pendingViews(changes, reader);
  const ringing = await reader.ringing();
  const paid = await tally.count({ channel: 'online', label: 'paid' });
  const ringingOtherwise = ringing.filter((row) => row.label !== 'paid' || row.channel !== 'online');
  let count = paid + ringingOtherwise.length;
  for (const { stored, view } of pending.values()) {
    const was = stored && ((stored.channel === 'online' && stored.label === 'paid') || stored.ringing === 'yes');
    const is = (view.order.channel === 'online' && view.label === 'paid') || rings(view.order);
    count += Number(is) - Number(Boolean(was));
  }
  return count;
}
