import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../http/problem.ts';
import type { Mail, Mailer } from './mailer.ts';
import { rawMail } from './raw-mail.ts';

/** The file of a message in the outbox. Colons are not allowed in Windows file names. */
export const outboxFile = (key: string): string => `${key.replaceAll(':', '~')}.eml`;

/**
 * Mails as `.eml` files in a folder, for shops without SMTP settings. A file appears whole or not at all, under a name made
 * of the message's key: sending it again after a crash puts the same file in the same place.
 */
export function createOutboxMailer(folder: string): Mailer {
  return {
    kind: 'outbox',
    repeatable: true,
    send: async (mail) => {
      try {
        await write(folder, mail);
        return { kind: 'sent' };
      } catch (error) {
        return { kind: 'later', reason: `The mail could not be written to the outbox folder (${codeOf(error)}).` };
      }
    },
  };
}

async function write(folder: string, mail: Mail): Promise<void> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, outboxFile(mail.key));
  const file = await open(`${path}.part`, 'w', 0o600);
  try {
    await file.writeFile(await rawMail(mail));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.part`, path);
}
