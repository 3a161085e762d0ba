import type { Change } from '../../../domain/change.ts';
import type { WaitingChange } from '../../replica/replica.ts';
import type { Say } from '../i18n/open-words.ts';
import { numberText } from '../orders/number-text.ts';
import type { OrderWords } from '../orders/use-words.ts';
import { isolated, plainText } from '../ui/plain-text.ts';
import type { WaitingCount } from './connection-words.ts';

/** How many changes wait, by state. */
export function countWaiting(waiting: readonly WaitingChange[]): WaitingCount {
  const of = (state: WaitingChange['state']) => waiting.filter((each) => each.state === state).length;
  return { queued: of('queued'), sent: of('sent'), refused: of('refused') };
}

/** One waiting change as a person reads it. */
export type WaitingWords = {
  readonly number: string;
  readonly what: string;
  readonly by: string;
  readonly state: string;
  /** Why it was refused; empty while it waits. */
  readonly reason: string;
};

/** The words for one change that waits or was refused. */
export function waitingWords(item: WaitingChange, words: Pick<OrderWords, 'money' | 'full'>, t: Say): WaitingWords {
  const { change, code, reason } = item;
  const said = reason ? t('waiting.hubSays', { reason: plainText(reason, 300) }) : '';
  return {
    number: numberText(item.orderNumber) || t('waiting.orderUnknown'),
    what: whatWords(change, words, t),
    by: t('waiting.by', { name: isolated(change.staff.name), when: words.full(change.at) }),
    state: t(`waiting.state.${item.state}`),
    reason: item.state === 'refused' ? [t(`verdict.${code ?? 'not-accepted'}`), said].filter(Boolean).join(' ') : '',
  };
}

function whatWords(change: Change, words: Pick<OrderWords, 'money'>, t: Say): string {
  switch (change.kind) {
    case 'change-status': {
      const what = t('waiting.what.change-status', { status: t(`status.label.${change.to}`) });
      return change.parcel ? `${what} ${t('waiting.with', parcelWords(change.parcel))}` : what;
    }
    case 'correct-tracking':
      return t('waiting.what.correct-tracking', parcelWords(change));
    case 'record-sale':
      return t('waiting.what.record-sale', { total: words.money(change.sale.totals.total, change.sale.currency) });
    case 'acknowledge':
    case 'add-note':
    case 'correct-address':
    case 'decide':
    case 'send-again':
      return t(`waiting.what.${change.kind}`);
  }
}

const parcelWords = (parcel: { courier: string; trackingId: string }) => ({
  courier: isolated(parcel.courier),
  trackingId: isolated(parcel.trackingId),
});
