import { appendFile, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BridgeJournal } from '../contract/journal.ts';
import { openJournalFile } from './journal-file.ts';
import { recordingLog } from './testing/recording-log.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shopbell-journal-'));
});
afterAll(() => rm(folder, { recursive: true }));

const pathOf = (name: string) => join(folder, name, 'journal.jsonl');
const open = (name: string, staleLines?: number) => openJournalFile(pathOf(name), recordingLog(), staleLines);
const entry = (n: number) => ({ id: `c-${n}`, text: JSON.stringify({ n }) });
const ids = async (journal: BridgeJournal) => (await journal.read())?.entries.map(({ id }) => id);

test('a file cut at any byte keeps every whole line, and goes on after it', async () => {
  const whole = open('cut');
  await whole.append([entry(1), entry(2), entry(3)]);
  const bytes = await readFile(pathOf('cut'));
  const ends = [...bytes.keys()].filter((at) => bytes[at] === 10);
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length), async (length) => {
      await writeFile(pathOf('cut'), bytes);
      await truncate(pathOf('cut'), length);
      const cut = open('cut');
      const kept = ends.filter((end) => end <= length).map((_end, index) => `c-${index + 1}`);
      expect(await ids(cut)).toEqual(kept);
      expect(await cut.append([entry(9)])).toEqual({ ok: true });
      expect(await ids(open('cut'))).toEqual([...kept, 'c-9']);
    }),
    { numRuns: 40 },
  );
});

test('a damaged line is counted and hinders no other', async () => {
  await open('damaged').append([entry(1), entry(2), entry(3)]);
  const text = await readFile(pathOf('damaged'), 'utf8');
  await writeFile(pathOf('damaged'), text.replace('\\":2', '\\":7'));
  await appendFile(pathOf('damaged'), 'no line of ours\n');
  const content = await open('damaged').read();
  expect(content?.entries).toEqual([entry(1), entry(3)]);
  expect(content?.damaged).toBe(2);
});

test('the file does not grow for ever: what is done with is tidied away', async () => {
  const journal = open('tidy', 10);
  await journal.append([entry(0)]);
  for (let n = 1; n <= 40; n += 1) {
    await journal.append([entry(n)]);
    await journal.dropSettled([`c-${n}`]);
  }
  const lines = (await readFile(pathOf('tidy'), 'utf8')).split('\n').length - 1;
  expect(lines).toBeLessThan(15);
  expect(await ids(open('tidy', 10))).toEqual(['c-0']);
});

test('a disk that takes nothing is told, and what it refused is not found later', async () => {
  await writeFile(join(folder, 'blocked'), '');
  const log = recordingLog();
  const journal = openJournalFile(join(folder, 'blocked', 'journal.jsonl'), log);
  expect(await journal.append([entry(1)])).toMatchObject({ ok: false });
  expect(await journal.read()).toBeNull();
  expect(log.events.length).toBeGreaterThan(0);
});
