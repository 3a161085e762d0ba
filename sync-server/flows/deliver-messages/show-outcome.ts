import { recordMessage } from '../../../domain/message.ts';
import type { Order } from '../../../domain/order.ts';
import type { HubDatabase } from '../../hub/hub.ts';
import type { MessageJob } from '../../messages/message-job.ts';
import { shown } from './job-steps.ts';

/**
 * Write a job's outcome on its order, then note on the job that this is done. Cut off in between, it is done again and
 * changes nothing the second time.
 */
export async function showOutcome(
  databases: { readonly orders: HubDatabase; readonly messages: HubDatabase },
  job: MessageJob,
  rev: string,
): Promise<void> {
  const { outcome } = job;
  for (;;) {
    const order = outcome && !job.written ? await databases.orders.get<Order>(job.orderId) : null;
    const after = order && outcome ? recordMessage(order, outcome) : null;
    if (!order || !after || after === order) break;
    if ((await databases.orders.put(after, order._rev)).ok) break;
  }
  await databases.messages.put<MessageJob>(shown(job), rev);
}
