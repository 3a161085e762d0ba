import { createHash } from 'node:crypto';
import type { JournalEntry } from '../contract/journal.ts';

/** One line of the journal: a change to keep, or the id of one that is done with. */
export type JournalLine = { readonly keep: JournalEntry } | { readonly drop: string };

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** The line as it stands in the file, with its checksum before and its end behind. */
export function writeJournalLine(line: JournalLine): string {
  const text = JSON.stringify(line);
  return `${digest(text)} ${text}\n`;
}

/** The line behind this text (without its end), or null when its checksum does not fit: torn or damaged. */
export function readJournalLine(text: string): JournalLine | null {
  const body = text.slice(17);
  if (text[16] !== ' ' || digest(body) !== text.slice(0, 16)) return null;
  // Written by us, whole by its checksum.
  return JSON.parse(body) as JournalLine;
}
