import { labelOf } from '../../../domain/label.ts';
import type { MessageKind } from '../../../domain/message-state.ts';
import type { Order, Parcel } from '../../../domain/order.ts';
import type { MessageJob } from '../../messages/message-job.ts';

/**
 * Whether a message is still true when its turn comes. `drop` with a reason is shown on the order; without one a newer
 * message tells the same and nothing needs saying.
 */
export type Standing =
  | { readonly do: 'send'; readonly kind: MessageKind; readonly parcel: Parcel | null }
  | { readonly do: 'drop'; readonly reason: string | null };

/** Hold a job against its order as it is now. */
export function standingOf(job: Pick<MessageJob, 'id' | 'kind' | 'parcelId'>, order: Order): Standing {
  // Still being tried when a person pressed *Send again*: the message made of that carries on, so that one arrives.
  if (order.resends.some((request) => request.key === job.id)) return { do: 'drop', reason: null };
  if (job.kind === 'ready-for-pickup')
    return labelOf(order) === 'ready-for-pickup'
      ? { do: 'send', kind: job.kind, parcel: null }
      : { do: 'drop', reason: 'The order was no longer waiting for pickup.' };
  const parcel = order.parcels.find((each) => each.id === job.parcelId);
  if (!parcel) return { do: 'drop', reason: 'The order has no parcel any more.' };
  if (order.fulfilment === 'cancelled' && !isAgain(job))
    return { do: 'drop', reason: 'The order was cancelled before this could be sent.' };
  if (revisionOf(job, order.id) < parcel.revision && parcel.tell) return { do: 'drop', reason: null };
  const told = order.messages.some(
    (message) => message.state === 'sent' && message.key.startsWith(`${order.id}:${parcel.id}:`),
  );
  // A correction is only that to someone who heard the first version.
  return {
    do: 'send',
    kind: job.kind === 'tracking-corrected' && !told && !isAgain(job) ? 'shipped' : job.kind,
    parcel,
  };
}

const isAgain = (job: Pick<MessageJob, 'id'>): boolean => job.id.includes(':again:');

function revisionOf(job: Pick<MessageJob, 'id' | 'parcelId'>, orderId: string): number {
  if (isAgain(job)) return Number.POSITIVE_INFINITY;
  return Number(job.id.slice(`${orderId}:${job.parcelId}:`.length));
}
