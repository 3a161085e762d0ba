import { expect, test } from 'vitest';
import { moneyText } from './money-text.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('ringgit stand as the shop writes them', () => {
  expect(plain(moneyText(5400, 'MYR', 'en-MY'))).toBe('RM 54.00');
});

test('a currency without decimals shows none, and one with two never drops them', () => {
  expect(plain(moneyText(1500, 'JPY', 'en'))).toBe('¥1,500');
  expect(plain(moneyText(150, 'TWD', 'en'))).toContain('1.50');
});

test('an amount beyond what a float can hold keeps its last cent', () => {
  expect(moneyText(900_719_925_474_099_1, 'USD', 'en')).toContain('90,071,992,547,409.91');
});

test('a discount shows its minus', () => {
  expect(plain(moneyText(-300, 'MYR', 'en-MY'))).toMatch(/^[-−]\s?RM 3\.00$/);
});

test('a locale the browser does not know falls back to English instead of failing', () => {
  expect(plain(moneyText(100, 'USD', 'not a locale'))).toBe('$1.00');
});
