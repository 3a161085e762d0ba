/** RFC 5321's limit of a whole address. */
const LONGEST = 254;
const LOCAL = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}$/;
const LABEL = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

/**
 * True for an address that a mail can be sent to as it stands: one `@`, a plain local part, a host name with a dot. Forms
 * that mail programs read differently (quotes, comments, line breaks) are not taken. Linear in the length of the text.
 */
export function isEmailAddress(text: string): boolean {
  if (text.length > LONGEST) return false;
  const at = text.indexOf('@');
  const local = text.slice(0, at);
  const labels = text.slice(at + 1).split('.');
  const localFine =
    at > 0 && LOCAL.test(local) && !local.startsWith('.') && !local.endsWith('.') && !local.includes('..');
  return localFine && labels.length >= 2 && labels.every((label) => LABEL.test(label));
}
