/** Characters that reorder the text around them; they have no business in a name or a note. Tab and newline stay. */
// oxlint-disable-next-line no-control-regex -- control characters are exactly what is looked for
const TRICKS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The first half of a character that was cut in two. */
const HALF = /[\ud800-\udbff]$/;

/**
 * What somebody outside the shop wrote, made safe to stand among our words: without control and direction
 * characters, at most `limit` characters (an ellipsis says that there was more).
 */
export function plainText(value: string, limit = 120): string {
  const clean = value.slice(0, limit * 2).replace(TRICKS, '');
  return clean.length > limit || value.length > limit * 2
    ? `${clean
        .slice(0, limit - 1)
        .replace(HALF, '')
        .trimEnd()}…`
    : clean;
}

/** `plainText`, fenced off with direction isolates, for a place inside one of our own sentences. */
export function isolated(value: string, limit = 60): string {
  return `\u2068${plainText(value, limit)}\u2069`;
}
