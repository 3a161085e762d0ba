import type { Connection } from '../../replica/replica.ts';
import type { Say } from '../i18n/open-words.ts';

/** From this age on, ms, the last answer of the hub is old enough to worry: new orders may come late. */
export const LATE_AFTER = 60_000;

/** What waits on this register, counted by state. */
export type WaitingCount = { readonly queued: number; readonly sent: number; readonly refused: number };

export type ConnectionWords = {
  readonly tone: 'good' | 'wait' | 'bad' | 'mute';
  /** "Offline · 3 changes waiting to send" */
  readonly title: string;
  /** "hub seen 12 s ago" */
  readonly seen: string;
  readonly late: boolean;
};

/** The state of the line in plain words. `now` in UTC ms. */
export function connectionWords(connection: Connection, count: WaitingCount, now: number, t: Say): ConnectionWords {
  const { state, hubSeenAt } = connection;
  const age = hubSeenAt === null ? null : Math.max(0, now - hubSeenAt);
  const late = state !== 'connecting' && (age === null || age >= LATE_AFTER);
  const parts = [stateWords(connection, t)];
  if (count.queued > 0)
    parts.push(t(state === 'online' ? 'connection.sending' : 'connection.waiting', { count: count.queued }));
  if (count.refused > 0) parts.push(t('connection.refused', { count: count.refused }));
  return {
    tone: toneOf(state, late, count.refused),
    title: parts.join(' · '),
    seen: age === null ? t('connection.neverSeen') : t('connection.seen', { age: ageWords(age, t) }),
    late,
  };
}

function stateWords({ state, reason }: Connection, t: Say): string {
  if (state === 'trouble') return t('connection.trouble', { reason: reasonWords(reason, t) });
  return t(`connection.${state}`);
}

function toneOf(state: Connection['state'], late: boolean, refused: number): ConnectionWords['tone'] {
  if (state === 'trouble' || state === 'unpaired') return 'bad';
  if (state === 'offline' || late || refused > 0) return 'wait';
  return state === 'online' ? 'good' : 'mute';
}

/**
 * How much of the hub's orders is on this computer: "98,412 of 98,415 orders on this PC" while the copy is being filled. Later on
 * what is still to come may be news of orders that are here already, so it is counted apart.
 */
export function storedWords(stored: number, connection: Connection, t: Say): string {
  const { toCome = 0, caughtUp, rebuilding } = connection;
  const count = (value: number): string => value.toLocaleString('en');
  if (toCome === 0) return t('connection.stored', { count: stored, here: count(stored) });
  if (caughtUp || rebuilding) return t('connection.storedToCome', { here: count(stored), toCome: count(toCome) });
  return t('connection.storedOf', { here: count(stored), all: count(stored + toCome) });
}

/** The sentence for a reason code; a code nobody wrote a sentence for is shown as it is, never hidden. */
export function reasonWords(reason: string, t: Say): string {
  switch (reason) {
    case 'unreachable':
    case 'timeout':
    case 'bad-answer':
    case 'unauthorised':
    case 'forbidden':
    case 'not-stored':
      return t(`connection.reason.${reason}`);
    case 'http-401':
      return t('connection.reason.unauthorised');
    case 'http-403':
      return t('connection.reason.forbidden');
  }
  const status = /^http-(\d{3})$/.exec(reason)?.[1];
  return status ? t('connection.reason.http', { status }) : t('connection.reason.other', { code: reason });
}

function ageWords(age: number, t: Say): string {
  const seconds = Math.floor(age / 1000);
  if (seconds < 90) return t('connection.age.seconds', { n: seconds });
  const minutes = Math.floor(seconds / 60);
  return minutes < 90
    ? t('connection.age.minutes', { n: minutes })
    : t('connection.age.hours', { n: Math.floor(minutes / 60) });
}
