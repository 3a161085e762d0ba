import MailComposer from 'nodemailer/lib/mail-composer';
import type { Mail } from './mailer.ts';

/** A header's value on one line: what a person typed can neither end it nor start another. */
export function headerText(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are what must not stand in a header
  return text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
}

/** The mail as RFC 5322 text, ready for the wire or a file. The same mail gives the same headers. */
export async function rawMail(mail: Mail): Promise<Uint8Array> {
  const composed = new MailComposer({
    from: { name: headerText(mail.from.name), address: mail.from.address },
    to: { name: headerText(mail.to.name), address: mail.to.address },
    subject: headerText(mail.subject),
    messageId: mail.messageId,
    date: new Date(mail.date),
    text: mail.text,
    html: mail.html,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return Uint8Array.from(await composed.compile().build());
}
