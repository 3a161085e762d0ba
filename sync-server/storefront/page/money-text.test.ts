import { expect, test } from 'vitest';
import { createMoneyText } from './money-text.ts';

test.each([
  ['en-MY', 'MYR', 2890, 'RM 28.90'],
  ['en-MY', 'MYR', 123_456_789, 'RM 1,234,567.89'],
  ['ja-JP', 'JPY', 1500, '￥1,500'],
  ['en-US', 'USD', 5, '$0.05'],
] as const)('in %s, %s %i minor units read %s', (locale, currency, amount, text) => {
  expect(createMoneyText(locale, currency)(amount).replaceAll('\u00a0', ' ')).toBe(text);
});
