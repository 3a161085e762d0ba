import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';

/** A mail in the outbox as its page shows it. All plain text but `html`, which is the mail's own. */
export type OutboxMail = {
  /** File name without `.eml`. */
  readonly name: string;
  /** UTC ISO: when the file was written. */
  readonly writtenAt: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

const NAME = /^[A-Za-z0-9~_-]{1,80}$/;
const MOST_SHOWN = 200;

/** The raw mail of this name, or null when there is none; a name that is no outbox name is none. */
export async function readRaw(folder: string, name: string): Promise<Uint8Array | null> {
  if (!NAME.test(name)) return null;
  try {
    return Uint8Array.from(await readFile(join(folder, `${name}.eml`)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** One mail, or null when there is none. */
export async function readMail(folder: string, name: string): Promise<OutboxMail | null> {
  const raw = await readRaw(folder, name);
  if (!raw) return null;
  const [mail, { mtime }] = await Promise.all([
    simpleParser(Buffer.from(raw), { skipImageLinks: true, skipTextToHtml: true }),
    stat(join(folder, `${name}.eml`)),
  ]);
  const to = [mail.to].flat().map((each) => each?.text ?? '');
  return {
    name,
    writtenAt: mtime.toISOString(),
    to: to.join(', '),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html || '',
  };
}

/** The newest mails, newest first, and how many there are in all. An outbox that was never written to is empty. */
export async function listOutbox(
  folder: string,
): Promise<{ readonly mails: readonly OutboxMail[]; readonly count: number }> {
  const files = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const names = files.filter((file) => file.endsWith('.eml')).map((file) => file.slice(0, -4));
  const dated = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(folder, `${name}.eml`))).mtimeMs })),
  );
  const newest = dated.toSorted((a, b) => b.at - a.at).slice(0, MOST_SHOWN);
  const mails = await Promise.all(newest.map(({ name }) => readMail(folder, name)));
  return { mails: mails.filter((mail) => mail !== null), count: names.length };
}
