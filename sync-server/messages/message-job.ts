import type { EarnedMessage } from '../../domain/message.ts';
import type { MessageState } from '../../domain/message-state.ts';

/**
 * A message to a customer as a stored errand; `id` is the message key, so that the same message is one job.
 *
 *   waiting ──claim──▶ sending ──▶ sent | failed            dropped: no longer true, never sent
 *      ▲                  │
 *      └── later, again ──┘
 *
 * `due` stands while there is something left to do, the outcome's entry on the order included; without it the job is
 * closed. Holds no address and no text of the order: those are read when it is sent.
 */
export type MessageJob = Omit<EarnedMessage, 'key'> & {
  readonly type: 'message';
  readonly id: string;
  readonly state: 'waiting' | 'sending' | 'sent' | 'failed' | 'dropped';
  /** UTC ISO. */
  readonly createdAt: string;
  /** UTC ISO: not to be touched before; absent when closed. */
  readonly due?: string;
  /** Attempts that failed. */
  readonly attempts: number;
  /** The server that is sending it, and by what kind of mailer it was last tried. */
  readonly worker?: string;
  readonly via?: 'smtp' | 'outbox';
  /** What the order has to show. `written` once it does. */
  readonly outcome?: MessageState;
  readonly written?: boolean;
};

/** The job of a message just earned. `now` is UTC ISO. */
export function newJob(message: EarnedMessage, now: string): MessageJob {
  const { key, ...rest } = message;
  return { ...rest, type: 'message', id: key, state: 'waiting', createdAt: now, due: now, attempts: 0 };
}
