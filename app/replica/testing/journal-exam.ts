import { expect, test } from 'vitest';
import type { Journal } from '../journal.ts';

const entry = (n: number) => ({ id: `c-${n}`, text: JSON.stringify({ n, text: 'Line\nbreak, „quotes“ and 🔔' }) });

/**
 * What every journal must do.
 * @param open opens the journal of one test; called again with the same test's name, it opens what the first left behind.
 */
export function journalExam(open: (test: string) => Promise<Journal>): void {
  test('a journal keeps what was appended, in order, text for text', async () => {
    const journal = await open('keeps');
    expect(await journal.read()).toEqual([]);
    await journal.append([entry(1), entry(2)]);
    await journal.append([entry(3)]);
    expect(await (await open('keeps')).read()).toEqual([entry(1), entry(2), entry(3)]);
  });

  test('a journal forgets what was dropped, for good', async () => {
    const journal = await open('forgets');
    await journal.append([entry(1), entry(2), entry(3)]);
    await journal.drop(['c-2', 'c-unknown']);
    expect(await journal.read()).toEqual([entry(1), entry(3)]);
    expect(await (await open('forgets')).read()).toEqual([entry(1), entry(3)]);
  });

  test('a change that is appended twice is kept once', async () => {
    const journal = await open('twice');
    await journal.append([entry(1)]);
    await journal.append([entry(1), entry(2)]);
    expect(await journal.read()).toEqual([entry(1), entry(2)]);
  });

  test('calls at the same time do not disturb each other', async () => {
    const journal = await open('together');
    const all = Array.from({ length: 50 }, (_each, n) => entry(n));
    await Promise.all(all.map((each) => journal.append([each])));
    await Promise.all([journal.drop(['c-7']), journal.append([entry(60)])]);
    const kept = await (await open('together')).read();
    expect(kept.map(({ id }) => id)).toEqual([...all, entry(60)].map(({ id }) => id).filter((id) => id !== 'c-7'));
  });
}
