import { Refusal } from './refusal.ts';

/** Deeper than any request of ours, shallow enough for every reader behind us. */
const DEPTH_LIMIT = 20;

/** Names that reach into an object's prototype in careless code. None of our fields is called so. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

const bad = (detail: string) => new Refusal(400, 'bad-json', detail);

/**
 * Read JSON so that every reader behind us must understand the same: UTF-8 only, no name twice in one object (two
 * parsers may choose differently, as in CVE-2017-12635), no prototype names, no deep nesting.
 * @throws Refusal 400 `bad-json` with what is wrong.
 */
export function strictJson(bytes: Uint8Array): unknown {
  const text = decode(bytes);
  if (text.trim() === '') throw bad('The body is empty. Send a JSON object.');
  const value = parse(text);
  scan(text);
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw bad('The body is not valid JSON.');
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw bad('The body is not valid UTF-8 text.');
  }
}

/** Walks the tokens of text that is known to be JSON, once; on other text the pattern could take quadratic time. */
function scan(text: string): void {
  const open: (Set<string> | null)[] = [];
  const token = /"(?:[^"\\]|\\.)*"|[{}[\]]/gs;
  for (let found = token.exec(text); found; found = token.exec(text)) {
    const piece = found[0];
    if (piece === '{' || piece === '[') {
      open.push(piece === '{' ? new Set() : null);
      if (open.length > DEPTH_LIMIT) throw bad('The body is nested too deeply.');
    } else if (piece === '}' || piece === ']') open.pop();
    else if (isName(text, token.lastIndex)) takeName(open.at(-1) ?? null, piece);
  }
}

function isName(text: string, from: number): boolean {
  let at = from;
  while (' \t\r\n'.includes(text[at] ?? '.')) at += 1;
  return text[at] === ':';
}

function takeName(names: Set<string> | null, literal: string): void {
  const name = String(parse(literal));
  if (FORBIDDEN.has(name)) throw bad(`A field may not be called "${name}".`);
  if (!names) return;
  if (names.has(name)) throw bad('A field stands twice in the same object.');
  names.add(name);
}
