import { useEffect, useState } from 'react';
import type { Observable } from 'rxjs';
import type { OrderView } from '../../../domain/pending.ts';
import type { Connection, OrderPage, OrderQuery, Replica, WaitingChange } from '../../replica/replica.ts';
import { useApp } from './app.ts';

const CONNECTING: Connection = { state: 'connecting', reason: '', hubSeenAt: null, caughtUp: false };
const NOTHING: readonly WaitingChange[] = [];

const pageOf = (replica: Replica, query: string) => replica.orders(JSON.parse(query) as OrderQuery);
const orderOf = (replica: Replica, id: string) => replica.order(id);
const connectionOf = (replica: Replica) => replica.connection();
const storedOf = (replica: Replica) => replica.stored();
const waitingOf = (replica: Replica) => replica.waiting();
const newOrdersOf = (replica: Replica) => replica.newOrders();
const decisionsOf = (replica: Replica) => replica.decisions();
const alarmOf = (replica: Replica) => replica.alarm();
const factsOf = (replica: Replica) => replica.facts();

/**
 * The latest value of something live in the replica; undefined before the first. While the question changes (another
 * search, another page) the answer before stays, so that the screen does not jump.
 */
function useLive<T>(read: (replica: Replica, about: string) => Observable<T>, about = ''): T | undefined {
  const { replica } = useApp();
  const [latest, setLatest] = useState<{ readonly value: T }>();
  useEffect(() => {
    const subscription = read(replica, about).subscribe((value) => setLatest({ value }));
    return () => subscription.unsubscribe();
  }, [replica, read, about]);
  return latest?.value;
}

/** A live page of orders. `query` may be a new object each time; only its content counts. */
export const useOrders = (query: OrderQuery): OrderPage | undefined => useLive(pageOf, JSON.stringify(query));

/** One live order: undefined while it is looked up, null when this register has none by that id. */
export function useOrder(id: string): OrderView | null | undefined {
  const view = useLive(orderOf, id);
  return view && view.order.id !== id ? undefined : view;
}

/** The state of the line to the hub, live. */
export const useConnection = (): Connection => useLive(connectionOf) ?? CONNECTING;

/** How many orders are stored here, live; undefined until they were counted. */
export const useStored = (): number | undefined => useLive(storedOf);

/** This register's changes that are not settled, and the refused ones; live, oldest first. */
export const useWaiting = (): readonly WaitingChange[] => useLive(waitingOf) ?? NOTHING;

/** How many online orders are new; live. */
export const useNewOrders = (): number => useLive(newOrdersOf) ?? 0;

/** The orders that need a decision, newest first, and those decided here that wait to be settled; live. */
export const useDecisions = (): readonly OrderView[] | undefined => useLive(decisionsOf);

/** The orders that ring, oldest first; live. */
export const useRinging = (): readonly OrderView[] => useLive(alarmOf)?.ringing ?? [];

/** Everything known of the shop; undefined until the replica was read. */
export const useShopFacts = () => useLive(factsOf);
