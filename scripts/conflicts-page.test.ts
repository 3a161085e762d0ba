import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MATRIX } from '../domain/matrix.ts';
import { conflictsPage } from './lib/conflicts-page.mjs';

const path = join(import.meta.dirname, '..', 'docs', 'conflicts.md');

test('the page on conflicts says what the table says (else run node scripts/write-conflicts-page.mjs)', () => {
  expect(readFileSync(path, 'utf8')).toBe(conflictsPage(MATRIX));
});

test('another verdict in the table makes another page', () => {
  const other = { ...MATRIX, paid: { ...MATRIX.paid, ship: { ...MATRIX.paid.ship, cancel: 'done' as const } } };
  expect(conflictsPage(other)).not.toBe(conflictsPage(MATRIX));
});
