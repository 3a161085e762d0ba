import { actOf, decisionOn } from '../../../domain/decision.ts';
import { type ActEntry, type EventEntry, type HistoryEntry, isAct } from '../../../domain/history.ts';
import { ADDRESS_FIELDS } from '../../../domain/shipping-address.ts';
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

/** The words for one entry of an order's history; the whole of it says what a decision was about, and what came of it. */
export function historyWords(entry: HistoryEntry, history: readonly HistoryEntry[], t: Say): HistoryWords {
  return isAct(entry) ? actWords(entry, history, t) : eventWords(entry, t);
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

function actWords(entry: ActEntry, history: readonly HistoryEntry[], t: Say): HistoryWords {
  const parcel = { courier: isolated(entry.courier ?? ''), trackingId: isolated(entry.trackingId ?? '') };
  const shipped = entry.what === 'change-status' && entry.courier !== undefined;
  return {
    title: titleOf(entry, parcel, history, t),
    detail: shipped ? t('orders.history.parcel', parcel) : '',
    sentence: sentenceOf(entry, decidedBy(entry, history), t),
    mark: markOf(entry, decidedBy(entry, history)),
    register: plainText(entry.register.name, 40),
  };
}

function decidedBy(entry: ActEntry, history: readonly HistoryEntry[]): ActEntry | null {
  return entry.outcome === 'needs-decision' ? decisionOn({ history }, entry.id) : null;
}

function decisionTitle(entry: ActEntry, history: readonly HistoryEntry[], t: Say): string {
  const about = actOf({ history }, entry.decision ?? '');
  const other = about ? isolated(about.staff.name) : t('orders.history.somebody');
  return t(`orders.history.decide.${entry.take ?? 'standing'}`, { name: isolated(entry.staff.name), other });
}

function titleOf(
  entry: ActEntry,
  parcel: { courier: string; trackingId: string },
  history: readonly HistoryEntry[],
  t: Say,
): string {
  const name = isolated(entry.staff.name);
  if (entry.what === 'change-status') {
    const label = (status: ActEntry['from']) => (status ? t(`status.label.${status}`) : t('common.unknown'));
    return t('orders.history.change-status', { name, from: label(entry.from), to: label(entry.to) });
  }
  if (entry.what === 'add-note') return t('orders.history.add-note', { name, text: isolated(entry.text ?? '', 2_000) });
  if (entry.what === 'correct-tracking') return t('orders.history.correct-tracking', { name, ...parcel });
  if (entry.what === 'correct-address') {
    const { address } = entry;
    const lines = address ? ADDRESS_FIELDS.map((field) => address[field]).filter((part) => part.trim()) : [];
    return t('orders.history.correct-address', { name, address: isolated(lines.join(', '), 300) });
  }
  if (entry.what === 'decide') return decisionTitle(entry, history, t);
  return t(`orders.history.${entry.what}`, { name });
}

function markOf(entry: ActEntry, decided: ActEntry | null): HistoryWords['mark'] {
  if (entry.outcome === 'refused') return 'refused';
  if (entry.outcome === 'needs-decision' && !decided) return 'decision';
  return entry.settledAt === null ? 'waiting' : 'none';
}

function sentenceOf(entry: ActEntry, decided: ActEntry | null, t: Say): string {
  if (decided) return t('orders.history.decided', { name: isolated(decided.staff.name) });
  const sentence = t(`verdict.${entry.code}`);
  if (entry.outcome === 'refused') return t('orders.history.refused', { sentence });
  if (entry.outcome === 'needs-decision') return t('orders.history.decision', { sentence });
  return entry.code === 'done' ? '' : sentence;
}
