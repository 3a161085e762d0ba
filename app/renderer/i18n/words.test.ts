import { expect, test } from 'vitest';
import { CHANGE_KINDS } from '../../../domain/change.ts';
import { STATUS_LABELS } from '../../../domain/label.ts';
import { VERDICT_CODES } from '../../../domain/verdict.ts';
import { en } from './en.ts';
import { openWords } from './open-words.ts';

function leaves(value: unknown, path: string): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, each]) => leaves(each, path ? `${path}.${key}` : key));
}

const ALL = leaves(en, '');
const words = openWords();

test('every verdict code has a sentence', () => {
  for (const code of VERDICT_CODES) expect(words.exists(`verdict.${code}`), code).toBe(true);
  expect(Object.keys(en.verdict).toSorted()).toEqual(VERDICT_CODES.toSorted());
});

test('every status has its word and what taking the step means', () => {
  for (const label of STATUS_LABELS) {
    expect(words.exists(`status.label.${label}`), label).toBe(true);
    expect(words.exists(`status.step.${label}`), label).toBe(true);
  }
});

test('every kind of change can be named while it waits', () => {
  for (const kind of CHANGE_KINDS) expect(words.exists(`waiting.what.${kind}`), kind).toBe(true);
});

test('every entry is a text with something in it', () => {
  for (const [path, text] of ALL) expect(typeof text === 'string' && text.trim().length > 0, path).toBe(true);
});

test('a counted entry comes in all the forms English has', () => {
  const paths = new Set(ALL.map(([path]) => path));
  for (const path of paths) {
    if (path.endsWith('_one')) expect(paths, path).toContain(path.replace(/_one$/, '_other'));
    if (path.endsWith('_other')) expect(paths, path).toContain(path.replace(/_other$/, '_one'));
  }
});

test('braces are closed in every entry', () => {
  for (const [path, text] of ALL) expect(String(text).replaceAll(/\{\{\w+\}\}/g, ''), path).not.toMatch(/[{}]/);
});

test('what a customer wrote is never read for placeholders', () => {
  const said = words.t('alarm.notice.body', { total: 'RM 1.00', customer: '{{total}} $t(common.save)' });
  expect(said).toBe('RM 1.00 – {{total}} $t(common.save)');
});
