import type { CourierFact, ShopProfile } from '../../../domain/shop.ts';
import type { Order } from '../../../domain/order.ts';
import { codeOf } from '../../http/problem.ts';
import type { ShopDatabases, Stored } from '../../hub/hub.ts';
import { composeMail, senderOf } from '../../messages/compose-mail.ts';
import type { Mail, Mailer, SendResult } from '../../messages/mailer.ts';
import type { MessageJob } from '../../messages/message-job.ts';
import type { Clock } from '../clock.ts';
import { afterAttempt, claimed, dropped, ended, STOPPED_REASON } from './job-steps.ts';
import { keepResult } from './keep.ts';
import { showOutcome } from './show-outcome.ts';
import { type Standing, standingOf } from './standing.ts';

export type DeliverDeps = {
  readonly databases: ShopDatabases;
  readonly mailer: Mailer;
  /** `SHOPBELL_MAIL_FROM`. */
  readonly mailFrom: string | null;
  /** This server, the same after a restart on the same data folder. */
  readonly worker: string;
  readonly clock: Clock;
};

/** Take one job that is due a step further, to its end if it goes well. */
export async function deliverJob(deps: DeliverDeps, stored: Stored<MessageJob>, signal: AbortSignal): Promise<void> {
  const { _id, _rev: rev, ...job } = stored;
  if (job.state === 'sent' || job.state === 'failed') return showOutcome(deps.databases, job, rev);
  if (job.state === 'sending' && job.via !== 'outbox') return moveOn(deps, rev, endedNow(deps, job, STOPPED_REASON));
  const order = await deps.databases.orders.get<Order>(job.orderId);
  const standing: Standing = order ? standingOf(job, order) : { do: 'drop', reason: null };
  if (!order || standing.do === 'drop') {
    const reason = standing.do === 'drop' ? standing.reason : null;
    return moveOn(deps, rev, reason ? endedNow(deps, job, reason) : dropped(job));
  }
  if (!order.contact.email) return moveOn(deps, rev, endedNow(deps, job, 'The order has no e-mail address.'));
  return attempt(deps, job, rev, { order, standing }, signal);
}

const endedNow = (deps: DeliverDeps, job: MessageJob, reason: string) =>
  ended(job, 'failed', '', reason, deps.clock.now());

/** Write the job's next state unless somebody was faster, then show its outcome. */
async function moveOn({ databases }: DeliverDeps, rev: string, next: MessageJob): Promise<void> {
  const written = await databases.messages.put(next, rev);
  if (written.ok && next.outcome) await showOutcome(databases, next, written.rev);
}

type Ready = { readonly order: Order; readonly standing: Extract<Standing, { do: 'send' }> };

/** Claim, send, note. From the claim on no other server touches the job until its lease is over. */
async function attempt(
  deps: DeliverDeps,
  job: MessageJob,
  rev: string,
  ready: Ready,
  signal: AbortSignal,
): Promise<void> {
  const { databases, mailer, worker, clock } = deps;
  const mail = await mailFor(deps, job, ready);
  const claim = claimed(job, worker, mailer.kind, clock.now());
  const taken = await databases.messages.put(claim, rev);
  if (!taken.ok) return;
  const result: SendResult = 'fault' in mail ? { kind: 'later', reason: mail.fault } : await mailer.send(mail);
  const next = afterAttempt(claim, ready.order.contact.email, result, clock.now());
  const keptRev = await keepResult(databases.messages, next, taken.rev, clock, signal);
  if (next.outcome && !next.written) await showOutcome(databases, next, keptRev);
}

async function mailFor(deps: DeliverDeps, job: MessageJob, ready: Ready): Promise<Mail | { readonly fault: string }> {
  const { order, standing } = ready;
  const [shop, couriers] = await Promise.all([
    deps.databases.shop.get<ShopProfile>('profile'),
    deps.databases.shop.list<CourierFact>('courier:'),
  ]);
  if (!shop) return { fault: 'The shop has no profile yet.' };
  try {
    const about = { key: job.id, kind: standing.kind, order, parcel: standing.parcel };
    return composeMail(about, shop, couriers, senderOf(deps.mailFrom, shop), job.createdAt);
  } catch (error) {
    return { fault: `The message could not be written (${codeOf(error)}).` };
  }
}
