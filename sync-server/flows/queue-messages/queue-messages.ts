import { type EarnedMessage, messagesEarned } from '../../../domain/message.ts';
import type { Order } from '../../../domain/order.ts';
import type { VerdictDocument } from '../../../domain/verdict.ts';
import { codeOf } from '../../http/problem.ts';
import type { FeedChange } from '../../hub/hub.ts';
import { newJob } from '../../messages/message-job.ts';
import { isoNow } from '../clock.ts';
import { openCursor } from '../cursor.ts';
import { type Flow, startFlow } from '../flow.ts';
import type { FlowDeps } from '../flow-deps.ts';
import { followOnce } from '../follow.ts';

/** What the order has earned and does not yet show as told: a hub whose messages were lost must not tell it twice. */
const untold = (order: Order): EarnedMessage[] =>
  messagesEarned(order).filter(({ key }) => !order.messages.some((message) => message.key === key));

/**
 * Follow the orders database and make a job of every message an order has earned. The job's id is the message's key: a job
 * that is there already, in whatever state, is the same message. An order that cannot be read is noted and passed over, so
 * that it does not keep the messages of all others.
 */
export function startQueueMessages(deps: FlowDeps): Flow {
  const { databases, clock, log } = deps;
  const cursor = openCursor(databases.hub, 'queue-messages');

  function earnedBy(order: Order): EarnedMessage[] {
    try {
      return untold(order);
    } catch (error) {
      log.warn({ flow: 'queue-messages', order: order.id, code: codeOf(error) }, 'an order could not be read');
      return [];
    }
  }

  const handle = async (page: readonly FeedChange<Order | VerdictDocument>[]): Promise<void> => {
    const now = isoNow(clock);
    const jobs = page
      .flatMap(({ doc }) => (doc?.type === 'order' ? earnedBy(doc) : []))
      .map((message) => newJob(message, now));
    if (jobs.length === 0) return;
    const known = await databases.messages.getAll(jobs.map((job) => job.id));
    const fresh = jobs.filter((_job, index) => !known[index]);
    if (fresh.length > 0) await databases.messages.putAll(fresh);
  };
  return startFlow('queue-messages', (signal) => followOnce(databases.orders, cursor, handle, signal), deps);
}
