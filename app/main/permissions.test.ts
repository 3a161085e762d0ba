import { expect, it } from 'vitest';
import { mayHave } from './permissions.ts';

it('lets our own page notify, keep its data and reach the hub in the shop', () => {
  for (const permission of [
    'notifications',
    'persistent-storage',
    'local-network-access',
    'local-network',
    'loopback-network',
  ]) {
    expect(mayHave(permission, 'app://register/index.html')).toBe(true);
    expect(mayHave(permission, 'app://register')).toBe(true);
  }
});

it('denies everything else, and everything to other pages', () => {
  for (const permission of [
    'media',
    'geolocation',
    'midi',
    'openExternal',
    'clipboard-read',
    'display-capture',
    'hid',
    'unknown',
    '',
  ]) {
    expect(mayHave(permission, 'app://register/index.html')).toBe(false);
  }
  expect(mayHave('notifications', 'https://evil.test/')).toBe(false);
});
