import { expect, it } from 'vitest';
import { applicationMenu } from './menu.ts';
import { newOrdersText } from './new-orders-text.ts';
import { trayMenu } from './tray.ts';

const acts = { open: () => {}, quit: () => {} };
const ids = (count: number) => trayMenu(count, acts).map(({ id, type }) => id ?? type);

it('offers to open and to quit, and names new orders when there are some', () => {
  expect(ids(0)).toEqual(['open', 'separator', 'quit']);
  expect(ids(1)).toEqual(['open', 'new-orders', 'separator', 'quit']);
});

it('counts in words', () => {
  expect([0, 1, 2, 40].map(newOrdersText)).toEqual(['', '1 new order', '2 new orders', '40 new orders']);
});

it('gives macOS its own first menu, and other systems a Quit', () => {
  expect(applicationMenu('darwin', false)[0]?.role).toBe('appMenu');
  expect(JSON.stringify(applicationMenu('win32', false)[0])).toContain('"role":"quit"');
});

it('offers developer tools in development only', () => {
  expect(JSON.stringify(applicationMenu('linux', true))).toContain('toggleDevTools');
  expect(JSON.stringify(applicationMenu('linux', false))).not.toContain('toggleDevTools');
});
