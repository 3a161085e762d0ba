import type { Mail, Mailer, SendResult } from '../sync-server/messages/mailer.ts';
import type { Random } from './random.ts';
import type { VirtualTime } from './time/virtual-time.ts';

/** The customers' side of the mail: what was accepted for them, and how the way there behaves. */
export type Mailbox = {
  readonly mailer: Mailer;
  /** How many times the mail of each key was accepted. */
  readonly accepted: ReadonlyMap<string, number>;
  /** The mails themselves, in the order they were accepted. */
  readonly mails: readonly Mail[];
  /** The hub was set back, and no longer knows that these went out: they may go out once more. */
  forget(keys: readonly string[]): void;
  /** The share of attempts that meet with some fault. */
  trouble(share: number): void;
};

type Parts = {
  readonly kind: Mailer['kind'];
  readonly time: Pick<VirtualTime, 'sleep'>;
  readonly random: Random;
  readonly note: (what: string) => void;
  /** Called when a mail was accepted that many times. */
  readonly onAccepted?: (key: string, times: number) => void;
};

type Way = { readonly arrives: boolean; readonly result: SendResult };

const SENT: Way = { arrives: true, result: { kind: 'sent' } };
const no = (kind: 'later' | 'refused' | 'unsure', arrives = false): Way => ({
  arrives,
  result: { kind, reason: `A simulated fault (${kind}).` },
});

/**
 * A mailer in memory. Like the SMTP one it may accept a mail and leave the sender in doubt; like the outbox one, when of that
 * kind, it keeps one mail for each key however often it is sent.
 */
export function createMailbox({ kind, time, random, note, onAccepted }: Parts): Mailbox {
  const accepted = new Map<string, number>();
  const mails: Mail[] = [];
  let share = 0;

  function way(): Way {
    if (!random.chance(share)) return SENT;
    if (kind === 'outbox') return no('later');
    return random.pick([no('later'), no('later'), no('refused'), no('unsure', true), no('unsure')]);
  }

  function accept(mail: Mail): void {
    const times = kind === 'outbox' ? 1 : (accepted.get(mail.key) ?? 0) + 1;
    if (kind === 'smtp' || !accepted.has(mail.key)) mails.push(mail);
    accepted.set(mail.key, times);
    note(`accepted ${mail.key}`);
    onAccepted?.(mail.key, times);
  }

  return {
    accepted,
    mails,
    forget: (keys) => keys.forEach((key) => accepted.delete(key)),
    trouble: (next) => void (share = next),
    mailer: {
      kind,
      repeatable: kind === 'outbox',
      async send(mail) {
        const { arrives, result } = way();
        await time.sleep(random.int(20, 800));
        if (arrives) accept(mail);
        else note(`did not accept ${mail.key} (${result.kind})`);
        // Between accepting and saying so lies the moment in which a sender may die.
        await time.sleep(random.int(20, 800));
        return result;
      },
    },
  };
}
