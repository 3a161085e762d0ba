import { expect, test } from 'vitest';
import { fullTime, shortTime } from './time-text.ts';

const at = (...parts: [number, number, number, number, number]) => new Date(...parts);
const now = at(2026, 2, 10, 15, 0).getTime();
const plain = (text: string) => text.replaceAll('\u202f', ' ');

test('today stands as a time only', () => {
  const iso = at(2026, 2, 10, 9, 5).toISOString();
  expect(plain(shortTime(iso, now, 'en-US'))).toBe('9:05 AM');
  expect(plain(fullTime(iso, now, 'en-US'))).toBe('9:05 AM');
});

test('another day stands as a day in a list, and with its time in full', () => {
  const iso = at(2026, 2, 9, 23, 59).toISOString();
  expect(shortTime(iso, now, 'en-GB')).toBe('9 Mar');
  expect(fullTime(iso, now, 'en-GB')).toContain('23:59');
});

test('another year is named', () => {
  expect(shortTime(at(2025, 11, 31, 10, 0).toISOString(), now, 'en-GB')).toBe('31 Dec 2025');
});

test('a text that is no time is shown, not thrown at the cashier', () => {
  expect(shortTime('yesterday', now, 'en')).toBe('yesterday');
  expect(fullTime('', now, 'en')).toBe('');
});

test('a locale the browser does not know falls back to English', () => {
  expect(shortTime(at(2026, 2, 1, 1, 1).toISOString(), now, '??')).toBe('Mar 1');
});
