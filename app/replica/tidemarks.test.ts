import { expect, test } from 'vitest';
import type { HubLine } from './hub-line.ts';
import { hubRemembers, type Tidemark } from './tidemarks.ts';

const MARK: Tidemark = ['o-1', '2-abc'];
/** A line at whose end somebody answers this. */
const line = (answer: (asked: Record<string, string[]>) => unknown): HubLine => ({
  ask: ({ body }) => Promise.resolve(answer(body as Record<string, string[]>)),
  dropAll: () => undefined,
  close: () => undefined,
});
const hub = (knows: readonly string[]) =>
  line((asked) =>
    Object.fromEntries(
      Object.entries(asked).flatMap(([id, missing]) => (knows.includes(id) ? [] : [[id, { missing }]])),
    ),
  );

test('a hub that has the newest writes remembers; one that lost some does not', async () => {
  expect(await hubRemembers(hub(['o-1']), 'orders', [MARK])).toBe(true);
  expect(await hubRemembers(hub([]), 'orders', [MARK])).toBe(false);
});

test('an empty answer of something in between is not taken for a hub that remembers', async () => {
  await expect(
    hubRemembers(
      line(() => ({})),
      'orders',
      [MARK],
    ),
  ).rejects.toMatchObject({ code: 'bad-answer' });
});
