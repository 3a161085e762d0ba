import { type ActEntry, type EventEntry, type HistoryEntry, isAct } from '../../../domain/history.ts';
import type { Say } from '../i18n/open-words.ts';
import { isolated, plainText } from '../ui/plain-text.ts';

/** One history entry as a person reads it. */
export type HistoryWords = {
  readonly title: string;
  /** Courier and tracking ID, when the act carried them; empty otherwise. */
  readonly detail: string;
  /** What became of the act, when that is not simply "done"; empty otherwise. */
  readonly sentence: string;
  readonly mark: 'none' | 'waiting' | 'refused' | 'decision';
  /** The register it was done at; empty for what no person did. */
  readonly register: string;
};

/** The words for one entry of an order's history. */
export function historyWords(entry: HistoryEntry, t: Say): HistoryWords {
  return isAct(entry) ? actWords(entry, t) : eventWords(entry, t);
}

function eventWords(entry: EventEntry, t: Say): HistoryWords {
  const quiet = { detail: '', sentence: '', register: '' } as const;
  switch (entry.what) {
    case 'placed':
      return { ...quiet, title: t('orders.history.placed'), mark: 'none' };
    case 'message-sent':
      return { ...quiet, title: t('orders.history.messageSent', { to: isolated(entry.to ?? '', 80) }), mark: 'none' };
    case 'message-failed': {
      const reason = plainText(entry.text ?? '', 200);
      return { ...quiet, title: t('orders.history.messageFailed', { reason }), mark: 'refused' };
    }
  }
}

function actWords(entry: ActEntry, t: Say): HistoryWords {
  const parcel = { courier: isolated(entry.courier ?? ''), trackingId: isolated(entry.trackingId ?? '') };
  const shipped = entry.what === 'change-status' && entry.courier !== undefined;
  return {
    title: titleOf(entry, parcel, t),
    detail: shipped ? t('orders.history.parcel', parcel) : '',
    sentence: sentenceOf(entry, t),
    mark: markOf(entry),
    register: plainText(entry.register.name, 40),
  };
}

function titleOf(entry: ActEntry, parcel: { courier: string; trackingId: string }, t: Say): string {
  const name = isolated(entry.staff.name);
  if (entry.what === 'change-status') {
    const label = (status: ActEntry['from']) => (status ? t(`status.label.${status}`) : t('common.unknown'));
    return t('orders.history.change-status', { name, from: label(entry.from), to: label(entry.to) });
  }
  if (entry.what === 'add-note') return t('orders.history.add-note', { name, text: isolated(entry.text ?? '', 2_000) });
  if (entry.what === 'correct-tracking') return t('orders.history.correct-tracking', { name, ...parcel });
  return t(`orders.history.${entry.what}`, { name });
}

function markOf(entry: ActEntry): HistoryWords['mark'] {
  if (entry.outcome === 'refused') return 'refused';
  if (entry.outcome === 'needs-decision') return 'decision';
  return entry.settledAt === null ? 'waiting' : 'none';
}

function sentenceOf(entry: ActEntry, t: Say): string {
  const sentence = t(`verdict.${entry.code}`);
  if (entry.outcome === 'refused') return t('orders.history.refused', { sentence });
  if (entry.outcome === 'needs-decision') return t('orders.history.decision', { sentence });
  return entry.code === 'done' ? '' : sentence;
}
