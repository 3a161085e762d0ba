import { expect, test } from 'vitest';
import { anOrder } from '../../../../domain/testing/fixtures.ts';
import { overlay } from '../../../../domain/pending.ts';
import { listOutcome } from './list-outcome.ts';

const NOBODY = { rows: [], total: 0 };
const ALL = { search: '', statuses: [] };
const ONLINE = { state: 'online', caughtUp: true } as const;

test('orders that are here are shown, whatever the line does', () => {
  const row = overlay(anOrder(), []);
  const page = { rows: row ? [row] : [], total: 1 };
  expect(listOutcome(page, ALL, { state: 'offline', caughtUp: false })).toBe('rows');
});

test('before the disk has answered the list is loading', () => {
  expect(listOutcome(undefined, ALL, ONLINE)).toBe('loading');
});

test('an empty list is claimed only once the hub was heard', () => {
  expect(listOutcome(NOBODY, ALL, { state: 'connecting', caughtUp: false })).toBe('loading');
  expect(listOutcome(NOBODY, ALL, { state: 'online', caughtUp: false })).toBe('loading');
  expect(listOutcome(NOBODY, ALL, { state: 'offline', caughtUp: false })).toBe('behind');
  expect(listOutcome(NOBODY, ALL, ONLINE)).toBe('empty');
});

test('a search or a filter that finds nothing says so', () => {
  expect(listOutcome(NOBODY, { search: 'zz', statuses: [] }, ONLINE)).toBe('nothing-found');
  expect(listOutcome(NOBODY, { search: '', statuses: ['paid'] }, ONLINE)).toBe('nothing-found');
  expect(listOutcome(NOBODY, { search: '   ', statuses: [] }, ONLINE)).toBe('empty');
});
