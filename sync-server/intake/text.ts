import { z } from 'zod';

/** C0 and C1 controls but tab and newline, and the line separators that some readers take for a newline. */
// oxlint-disable-next-line no-control-regex -- finding control characters is this pattern's purpose
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Halves of a surrogate pair on their own: not text, and refused by CouchDB's JSON reader. */
const LONE_SURROGATES = /\p{Surrogate}/gu;

/**
 * Text of several lines as a customer typed it, safe to store and to show as plain text anywhere: control characters
 * but tab and newline are dropped, broken characters become U+FFFD. HTML stays as it is; it is only ever shown as text.
 */
export function cleanProse(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(CONTROLS, '').replace(LONE_SURROGATES, '\ufffd').trim();
}

/** As `cleanProse`, on one line: tabs and newlines become spaces. */
export function cleanLine(text: string): string {
  return cleanProse(text.replaceAll(/[\r\n\t\u2028\u2029]+/g, ' '));
}

/** A field of one line, at most `max` characters; may be empty and may be left out. */
export const line = (max: number) =>
  z.string('must be text').max(max, `must not be longer than ${max} characters`).transform(cleanLine);

/** A field of one line that must say something. */
export const filledLine = (max: number) =>
  z
    .string('must be text')
    .max(max, `must not be longer than ${max} characters`)
    .refine((text) => cleanLine(text) !== '', 'must not be empty')
    .transform(cleanLine);

/** A field of several lines, at most `max` characters. */
export const prose = (max: number) =>
  z.string('must be text').max(max, `must not be longer than ${max} characters`).transform(cleanProse);
