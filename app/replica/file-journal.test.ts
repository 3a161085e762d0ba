import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { openJournalFile } from '../main/journal-file.ts';
import { replicaJournal } from '../renderer/start/replica-journal.ts';
import { journalExam } from './testing/journal-exam.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shopbell-journal-'));
});
afterAll(() => rm(folder, { recursive: true }));

const log = { info: () => undefined, warn: () => undefined };

// The file of the shell, seen through what the page makes of the bridge to it.
journalExam(async (name) => replicaJournal(openJournalFile(join(folder, `${name}.jsonl`), log)));
