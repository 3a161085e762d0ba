import { expect, test } from 'vitest';
import { nextOption } from './move-between-options.ts';

test('arrows move one option and stop at the ends', () => {
  expect(nextOption('ArrowDown', 0, 3)).toBe(1);
  expect(nextOption('ArrowDown', 2, 3)).toBe(2);
  expect(nextOption('ArrowUp', 0, 3)).toBe(0);
});

test('Home and End go to the ends', () => {
  expect(nextOption('Home', 2, 3)).toBe(0);
  expect(nextOption('End', 0, 3)).toBe(2);
});

test('other keys, an empty list and a place outside move nowhere', () => {
  expect(nextOption('Enter', 1, 3)).toBeNull();
  expect(nextOption('End', 0, 0)).toBeNull();
  expect(nextOption('ArrowDown', -1, 3)).toBeNull();
});
