import type { MessageState } from '../../../domain/message-state.ts';
import type { MessageJob } from '../../messages/message-job.ts';
import type { Mailer, SendResult } from '../../messages/mailer.ts';
import { retryAfterMs } from './retry.ts';

/** Longer than any attempt to send (SEND_LIMIT_MS): a job that is `sending` for so long has lost its server. */
export const LEASE_MS = 5 * 60_000;

/** What a person reads when the server went away between handing a mail over and noting it. */
export const STOPPED_REASON = 'The server stopped while sending; it may or may not have arrived.';

const iso = (ms: number) => new Date(ms).toISOString();

/** The job claimed by `worker`, to be sent through a mailer of this kind. `now` is ms since 1970. */
export function claimed(job: MessageJob, worker: string, via: Mailer['kind'], now: number): MessageJob {
  return { ...job, state: 'sending', worker, via, due: iso(now + LEASE_MS) };
}

/** The job after an attempt. Only what has to be shown on the order becomes an outcome: the first failure and the end. */
export function afterAttempt(job: MessageJob, to: string, result: SendResult, now: number): MessageJob {
  if (result.kind === 'sent') return ended(job, 'sent', to, '', now);
  if (result.kind !== 'later') return ended(job, 'failed', to, result.reason, now);
  const attempts = job.attempts + 1;
  const wait = retryAfterMs(job.id, attempts, now - Date.parse(job.createdAt));
  if (wait === null) return ended({ ...job, attempts }, 'failed', to, `${result.reason} Given up after a day.`, now);
  const { worker: _worker, ...rest } = job;
  const first = job.written ? {} : { outcome: outcomeOf(job, 'failed', to, result.reason, now) };
  return { ...rest, ...first, state: 'waiting', attempts, due: iso(now + wait) };
}

/** The job at its end, the outcome still to be written on the order. */
export function ended(job: MessageJob, state: 'sent' | 'failed', to: string, reason: string, now: number): MessageJob {
  const { worker: _worker, ...rest } = job;
  return { ...rest, state, due: iso(now), outcome: outcomeOf(job, state, to, reason, now), written: false };
}

/** The job as something that is no longer to be sent, with nothing to tell. */
export function dropped(job: MessageJob): MessageJob {
  const { worker: _worker, due: _due, ...rest } = job;
  return { ...rest, state: 'dropped' };
}

/** The job once the order shows its outcome: closed, or waiting for its next attempt. */
export function shown(job: MessageJob): MessageJob {
  if (job.state === 'waiting') return { ...job, written: true };
  const { due: _due, ...rest } = job;
  return { ...rest, written: true };
}

function outcomeOf(
  job: MessageJob,
  state: MessageState['state'],
  to: string,
  reason: string,
  now: number,
): MessageState {
  return { key: job.id, kind: job.kind, state, to, at: iso(now), reason };
}
