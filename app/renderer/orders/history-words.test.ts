import { expect, test } from 'vitest';
import { CHANGE_KINDS } from '../../../domain/change.ts';
import type { ActEntry, HistoryEntry } from '../../../domain/history.ts';
import { VERDICT_CODES } from '../../../domain/verdict.ts';
import { openWords } from '../i18n/open-words.ts';
import { historyWords } from './history-words.ts';

const { t } = openWords();
const bare = (text: string) => text.replaceAll(/[\u2068\u2069]/g, '');

const act = (over: Partial<ActEntry> = {}): ActEntry => ({
  id: 'c-1',
  what: 'change-status',
  at: '2026-03-01T02:05:00.000Z',
  settledAt: '2026-03-01T02:05:01.000Z',
  staff: { id: 'staff:aina', name: 'Aina' },
  register: { id: 'reg-a', name: 'Counter 1' },
  outcome: 'applied',
  code: 'done',
  from: 'paid',
  to: 'preparing',
  ...over,
});

test('a done act says who changed what, and no more', () => {
  expect(historyWords(act(), [], t)).toEqual({
    title: '\u2068Aina\u2069: Paid → Preparing',
    detail: '',
    sentence: '',
    mark: 'none',
    register: 'Counter 1',
  });
});

test('shipping names courier and tracking ID', () => {
  const words = historyWords(act({ to: 'shipped', courier: 'DHL', trackingId: 'D1' }), [], t);
  expect(bare(words.detail)).toBe('DHL, D1');
});

test('an act the hub has not settled is marked waiting', () => {
  expect(historyWords(act({ settledAt: null }), [], t).mark).toBe('waiting');
});

test('a refusal and an open decision are marked and carry their sentence, for every code there is', () => {
  for (const code of VERDICT_CODES) {
    const refused = historyWords(act({ outcome: 'refused', code }), [], t);
    expect(refused.mark).toBe('refused');
    expect(refused.sentence).toMatch(/^Refused\. .+\.$/);
    const open = historyWords(act({ outcome: 'needs-decision', code }), [], t);
    expect(open.mark).toBe('decision');
    expect(open.sentence).toMatch(/^Needs a decision\. .+\.$/);
  }
});

test('an act that came to the same says so', () => {
  expect(historyWords(act({ code: 'overtaken' }), [], t).sentence).toContain('already moved past');
});

test('every kind of act and every event has a title of its own', () => {
  const entries: HistoryEntry[] = [
    ...CHANGE_KINDS.map((what) => act({ what, text: 'note', courier: 'DHL', trackingId: 'D1' })),
    ...(['placed', 'message-sent', 'message-failed'] as const).map((what) => ({
      id: what,
      what,
      at: '',
      settledAt: null,
      to: 'mei@example.com',
      text: 'mailbox full',
    })),
  ];
  const titles = entries.map((entry) => historyWords(entry, [], t).title);
  expect(new Set(titles).size).toBe(entries.length);
  for (const title of titles) expect(title).not.toMatch(/\{\{|orders\.history/);
});

test('a name cannot turn the sentence it stands in, nor fill the screen', () => {
  const { title } = historyWords(act({ staff: { id: 's', name: `\u202e${'x'.repeat(200_000)}` } }), [], t);
  expect(title).not.toContain('\u202e');
  expect(title.length).toBeLessThan(120);
});

test('a decision says for whose act it was, and the act it was about is marked no longer', () => {
  const cancelled = act({
    id: 'c-2',
    staff: { id: 'r', name: 'Ravi' },
    outcome: 'needs-decision',
    code: 'contradicts',
  });
  const decided = act({ id: 'c-3', what: 'decide', decision: 'c-2', take: 'other' });
  const history = [act(), cancelled, decided];
  expect(bare(historyWords(decided, history, t).title)).toBe('Aina decided for what Ravi did');
  expect(historyWords(cancelled, history, t)).toMatchObject({ mark: 'none' });
  expect(bare(historyWords(cancelled, history, t).sentence)).toBe('Decided by Aina.');
  expect(historyWords(cancelled, [act(), cancelled], t).mark).toBe('decision');
});
