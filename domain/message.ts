import { labelOf } from './label.ts';
import type { MessageKind, MessageState, ResendRequest } from './message-state.ts';
import type { Order, Parcel } from './order.ts';

/** A message an order has earned. The job made of it is keyed by `key`, so that making it twice makes one. */
export type EarnedMessage = {
  readonly key: string;
  readonly kind: MessageKind;
  readonly orderId: string;
  readonly parcelId: string | null;
};

const parcelMessage = (order: Order, parcel: Parcel, revision: number): EarnedMessage => ({
  key: `${order.id}:${parcel.id}:${revision}`,
  kind: revision === 1 ? 'shipped' : 'tracking-corrected',
  orderId: order.id,
  parcelId: parcel.id,
});

/**
 * Every message this order has earned so far. Pure and monotonic: as an order moves on, a key once earned by a
 * parcel's current revision is never earned a second time under another name. An order that was called off by a
 * decision after its parcel left earns nothing more: what is not told yet is not true any more.
 */
export function messagesEarned(order: Order): EarnedMessage[] {
  const first: EarnedMessage[] = order.parcels
    .filter((parcel) => parcel.tell && order.fulfilment !== 'cancelled')
    .map((parcel) => parcelMessage(order, parcel, parcel.revision));
  if (labelOf(order) === 'ready-for-pickup')
    first.push({ key: `${order.id}:ready:1`, kind: 'ready-for-pickup', orderId: order.id, parcelId: null });
  return [...first, ...order.resends.flatMap((request, index) => again(order, request, index))];
}

/** True while a message that a person asked to send again is still on its way: asking twice must not send twice. */
export function isBeingResent(order: Order, key: string): boolean {
  return order.resends.some(
    (request, index) => request.key === key && !order.messages.some((each) => each.key === againKey(order, index)),
  );
}

const againKey = (order: Order, index: number): string => `${order.id}:again:${index + 1}`;

function again(order: Order, request: ResendRequest, index: number): EarnedMessage[] {
  const origin = order.messages.find((message) => message.key === request.key);
  if (!origin) return [];
  const parcel = parcelTold(order, request.key);
  return [{ key: againKey(order, index), kind: origin.kind, orderId: order.id, parcelId: parcel?.id ?? null }];
}

/**
 * The order with the outcome of one message written on it and in its history. Writing the same outcome
 * twice changes nothing.
 */
export function recordMessage(order: Order, outcome: MessageState): Order {
  const before = order.messages.find((message) => message.key === outcome.key);
  if (before && before.state === outcome.state && before.at === outcome.at) return order;
  const entry = {
    id: `${outcome.key}:${outcome.state}:${outcome.at}`,
    what: outcome.state === 'sent' ? ('message-sent' as const) : ('message-failed' as const),
    at: outcome.at,
    settledAt: outcome.at,
    messageKey: outcome.key,
    to: outcome.to,
    text: outcome.reason,
  };
  return {
    ...order,
    messages: [...order.messages.filter((message) => message.key !== outcome.key), outcome],
    history: order.history.some((each) => each.id === entry.id) ? order.history : [...order.history, entry],
  };
}

/** The parcel a message is about, also when it is itself one that was sent again. */
function parcelTold(order: Order, key: string): Parcel | undefined {
  const index = order.resends.findIndex((_, each) => againKey(order, each) === key);
  const origin = order.resends[index];
  return origin
    ? parcelTold(order, origin.key)
    : order.parcels.find((each) => key.startsWith(`${order.id}:${each.id}:`));
}
