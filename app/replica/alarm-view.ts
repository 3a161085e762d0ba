import { rings } from '../../domain/alarm.ts';
import type { Announced } from './announced.ts';
import type { ChangeRow } from './collections.ts';
import type { OrderReader } from './order-reader.ts';
import { pendingViews, plainView } from './pending-views.ts';
import type { AlarmView, Connection } from './replica.ts';

type Parts = {
  readonly reader: OrderReader;
  readonly announced: Announced;
  readonly changes: () => readonly ChangeRow[];
  readonly connection: () => Connection;
};

/**
 * Works out what the alarm is about. Orders ring at once; which of them are unannounced is told only when the first
 * catch-up is through (or the hub cannot be reached), so that what came while the register was closed is one summary.
 */
export function createAlarm({ reader, announced, changes, connection }: Parts): () => Promise<AlarmView> {
  const whileClosed = new Set<string>();
  let first = true;

  return async () => {
    const { caughtUp, state } = connection();
    const pending = await pendingViews(changes(), reader);
    const stored = await reader.ringing();
    const ringing = stored
      .map((row) => pending.get(row.id)?.view ?? plainView(row))
      .filter((view) => rings(view.order))
      .reverse();
    const unannounced = ringing.filter((view) => !announced.has(view.order.id));
    if (first) for (const view of unannounced) whileClosed.add(view.order.id);
    if (caughtUp) first = false;
    const told = caughtUp || (state !== 'connecting' && state !== 'online') ? unannounced : [];
    return { ringing, unannounced: told, whileClosed: told.some((view) => whileClosed.has(view.order.id)) };
  };
}
