import { expect, it } from 'vitest';
import { createLinkOpener, outsideLink } from './outside-link.ts';

it.each([
  ['https://courier.test/track?id=1', 'courier.test'],
  ['https://courier.test:8443/', 'courier.test:8443'],
  ['https://xn--pple-43d.test/', 'xn--pple-43d.test'],
  ['https://\u0430pple.test/', 'xn--pple-43d.test'],
  ['mailto:maria@example.com?subject=x', 'maria@example.com'],
  ['tel:+3725551234', '+3725551234'],
])('%s may open outside and shows %s', (url, shown) => {
  expect(outsideLink(url)?.shown).toBe(shown);
});

it.each([
  'http://courier.test/',
  'https://bank.test@evil.test/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,x',
  'smb://host/share',
  'ms-settings:',
  'app://register/',
  'nonsense',
  '',
])('%j stays inside', (url) => {
  expect(outsideLink(url)).toBeNull();
});

it('asks one question at a time, and opens only after a yes', async () => {
  const events: string[] = [];
  let answer: (yes: boolean) => void = () => {};
  const open = createLinkOpener({
    confirm: (shown) => {
      events.push(`ask ${shown}`);
      return new Promise((resolve) => (answer = resolve));
    },
    open: async (url) => void events.push(`open ${url}`),
  });
  const first = open('https://one.test/');
  await open('https://two.test/');
  answer(false);
  await first;
  const third = open('https://three.test/');
  answer(true);
  await third;
  expect(events).toEqual(['ask one.test', 'ask three.test', 'open https://three.test/']);
});

it('asks again after a link that could not be opened', async () => {
  const asked: string[] = [];
  const open = createLinkOpener({
    confirm: async (shown) => asked.push(shown) > 0,
    open: async () => Promise.reject(new Error('no browser')),
  });
  await expect(open('https://one.test/')).rejects.toThrow('no browser');
  await expect(open('https://one.test/')).rejects.toThrow('no browser');
  expect(asked).toHaveLength(2);
});
