import { codeOf } from '../http/problem.ts';
import type { SendResult } from './mailer.ts';

type SmtpError = { readonly responseCode?: unknown; readonly command?: unknown; readonly code?: unknown };

/** Told when a mail was handed over and then no answer came. */
export const UNSURE_REASON = 'The connection broke while sending; the mail may or may not have arrived.';

/**
 * What an SMTP fault means for the mail. A reply of the server decides (RFC 5321 4.2.1: 5yz for good, 4yz for now), except
 * where it speaks of our login, which a person can mend; without a reply it depends on whether the text was handed over.
 * Replies are not repeated in the reason but for their number: they may hold anything.
 */
export function smtpFault(error: unknown, handedOver: boolean): SendResult {
  const { responseCode, command, code } = (error ?? {}) as SmtpError;
  const reply = typeof responseCode === 'number' ? responseCode : null;
  if (code === 'EAUTH' || code === 'ENOAUTH' || reply === 530 || reply === 535)
    return { kind: 'later', reason: 'The mail server refused our name or password. Check SMTP_URL.' };
  if (code === 'ETLS')
    return { kind: 'later', reason: 'No safe connection to the mail server could be made. Check SMTP_URL.' };
  if (reply === null) {
    if (handedOver) return { kind: 'unsure', reason: UNSURE_REASON };
    if (code === 'EENVELOPE') return { kind: 'refused', reason: 'The e-mail address cannot be used.' };
    return { kind: 'later', reason: `The mail server cannot be reached (${codeOf(error)}).` };
  }
  if (reply < 500 || reply === 503) return { kind: 'later', reason: `The mail server asked to try later (${reply}).` };
  return command === 'RCPT TO'
    ? { kind: 'refused', reason: `The mail server refused the e-mail address (${reply}).` }
    : { kind: 'refused', reason: `The mail server refused the mail (${reply}).` };
}
