import type { HubDatabase, Stored } from '../../hub/hub.ts';
import type { MessageJob } from '../../messages/message-job.ts';
import { isoNow } from '../clock.ts';
import { type Flow, startFlow } from '../flow.ts';
import type { FlowDeps } from '../flow-deps.ts';
import { deliverJob, type DeliverDeps } from './deliver-job.ts';

const AT_ONCE = 5;
const LONGEST_WAIT_MS = 25_000;

/**
 * Send the messages that are due.
 *
 * The promise: a message is never sent twice by itself, and never lost without a word on its order. A job is claimed by
 * compare-and-swap before its mail is handed over, so that of several servers one sends it. If that server is killed between
 * handing over and noting it, nobody can know whether the mail went out: an outbox file is simply written again, under the
 * same name; a mail by SMTP is shown as failed with that reason, for a person to *Send again*.
 *
 * Its place in the feed needs no cursor: what is left to do stands in the jobs themselves (`due`), and the messages feed
 * only says when to look again.
 */
export function startDeliverMessages(deps: FlowDeps & DeliverDeps): Flow {
  const { databases, clock } = deps;
  let recovered = false;
  const step = async (signal: AbortSignal): Promise<void> => {
    const { lastSeq } = await databases.messages.info();
    const jobs = recovered ? [] : await orphans(databases.messages, deps.worker);
    const due = await databases.messages.find<MessageJob>({ due: { $gt: '', $lte: isoNow(clock) } }, ['due'], 100);
    const known = new Set(jobs.map((job) => job.id));
    const all = [...jobs, ...due.filter((job) => !known.has(job.id))];
    if (all.length > 0) await deliverAll(deps, all, signal);
    else await untilNews(deps, lastSeq, signal);
    recovered = true;
  };
  return startFlow('deliver-messages', step, deps);
}

/** Jobs this server was sending when it was stopped. */
async function orphans(messages: HubDatabase, worker: string): Promise<Stored<MessageJob>[]> {
  const mine = await messages.find<MessageJob>({ worker }, ['worker'], 1000);
  return mine.filter((job) => job.state === 'sending');
}

async function deliverAll(deps: DeliverDeps, jobs: readonly Stored<MessageJob>[], signal: AbortSignal): Promise<void> {
  const waiting = [...jobs];
  const failures: unknown[] = [];
  const worker = async (): Promise<void> => {
    for (let job = waiting.shift(); job && !signal.aborted; job = waiting.shift()) {
      await deliverJob(deps, job, signal).catch((error: unknown) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  if (failures.length > 0) throw failures[0];
}

async function untilNews({ databases, clock }: FlowDeps, since: string, signal: AbortSignal): Promise<void> {
  const later = await databases.messages.find<MessageJob>({ due: { $gt: isoNow(clock) } }, ['due'], 200);
  const next = Math.min(...later.map((job) => Date.parse(job.due ?? '')), clock.now() + LONGEST_WAIT_MS);
  const waitMs = Math.max(0, next - clock.now());
  if (waitMs > 0) await databases.messages.changes(since, { limit: 1, waitMs, signal });
}
