import { expect, it } from 'vitest';
import { isOurPage } from './page-origin.ts';

it.each(['app://register', 'app://register/', 'app://register/index.html#x'])('%s is our page', (url) => {
  expect(isOurPage(url)).toBe(true);
});

it.each([
  'app://register.evil/',
  'app://registers/',
  'app://other/register/',
  'https://register/',
  'app:register/',
  'data:text/html,app://register/',
  'APP://register/',
  '',
])('%s is not our page', (url) => {
  expect(isOurPage(url)).toBe(false);
});
