import { expect, it } from 'vitest';
import { ShopbellError } from '../../domain/errors.ts';
import { chooseServer, readLaunch } from './launch.ts';

it('takes the server from the argument before the environment', () => {
  const argv = ['electron', '.', '--server=http://10.0.0.2:8484'];
  expect(readLaunch(argv, { SHOPBELL_SERVER: 'http://10.0.0.3:8484' }).server).toBe('http://10.0.0.2:8484');
  expect(readLaunch(['electron', '.'], { SHOPBELL_SERVER: 'http://10.0.0.3:8484' }).server).toBe(
    'http://10.0.0.3:8484',
  );
});

it('allows a plain secret only when told so in so many words', () => {
  expect(readLaunch([], { SHOPBELL_ALLOW_PLAIN_SECRET: '1' }).allowPlainSecret).toBe(true);
  for (const value of ['0', 'true', '', undefined]) {
    expect(readLaunch([], { SHOPBELL_ALLOW_PLAIN_SECRET: value }).allowPlainSecret).toBe(false);
  }
});

it('uses the saved setting, then the default', () => {
  const nothing = readLaunch([], {});
  expect(chooseServer(nothing, 'https://shop.example.com/')).toBe('https://shop.example.com');
  expect(chooseServer(nothing, undefined)).toBe('http://127.0.0.1:8484');
});

it.each([
  'ftp://shop.test',
  'shop.test:8484',
  'http://a:b@shop.test',
  'http://shop.test/path',
  'http://shop.test?x=1',
  'nonsense',
  ' ',
])('refuses the server address %j with a sentence that says how to write it', (server) => {
  const refusal = () => chooseServer({ server, allowPlainSecret: false }, undefined);
  expect(refusal).toThrow(ShopbellError);
  expect(refusal).toThrow('Write it like http://127.0.0.1:8484');
});
