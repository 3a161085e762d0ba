import { expect, it } from 'vitest';
import { authorizedHeaders, basicAuthorization, mayCarryPassword, setupHubAuthorization } from './hub-authorization.ts';

const server = 'http://127.0.0.1:8484';
const ours = basicAuthorization({ user: 'reg-1', password: 'gr\u00fcn:1' });

it('writes Basic authorisation in UTF-8', () => {
  expect(Buffer.from(ours.slice('Basic '.length), 'base64').toString('utf8')).toBe('reg-1:grün:1');
});

it.each([`${server}/db/shopbell-demo-orders`, `${server}/db/`, `${server}/db`, `${server}/db?x=1`])(
  '%s carries the password',
  (url) => {
    expect(mayCarryPassword({ url, initiatorOrigin: 'app://register' }, server)).toBe(true);
  },
);

it.each([
  `${server}/database`,
  `${server}/api/registers/me`,
  `${server}/db/../outbox`,
  `${server}/db/%2e%2e/outbox`,
  `${server}/`,
  'http://127.0.0.1:8485/db/x',
  'https://127.0.0.1:8484/db/x',
  'http://localhost:8484/db/x',
  'http://127.0.0.1:8484.evil.test/db/x',
  'http://127.0.0.1:8484@evil.test/db/x',
  'ws://127.0.0.1:8484/db/x',
  'nonsense',
])('%s does not', (url) => {
  expect(mayCarryPassword({ url, initiatorOrigin: 'app://register' }, server)).toBe(false);
});

it('does not help a foreign page to the hub', () => {
  for (const initiatorOrigin of ['https://evil.test', 'null', 'app://other']) {
    expect(mayCarryPassword({ url: `${server}/db/x`, initiatorOrigin }, server)).toBe(false);
  }
});

it("puts the header in place of the page's own", () => {
  const requestHeaders = { authorization: 'Basic forged', Accept: '*/*' };
  expect(authorizedHeaders({ url: `${server}/db/x`, requestHeaders }, server, ours)).toEqual({
    Accept: '*/*',
    Authorization: ours,
  });
});

it('takes the header away where a redirect carried it', () => {
  const requestHeaders = { AUTHORIZATION: ours, Accept: '*/*' };
  expect(authorizedHeaders({ url: 'https://evil.test/db/x', requestHeaders }, server, ours)).toEqual({ Accept: '*/*' });
});

it('lets no made-up authorisation through before pairing', () => {
  const requestHeaders = { Authorization: 'Basic forged' };
  expect(authorizedHeaders({ url: `${server}/db/x`, requestHeaders }, server, null)).toEqual({});
});

it('asks for the credentials at each request, so that pairing works without a restart', () => {
  let credentials: { user: string; password: string } | null = null;
  const answers: object[] = [];
  const listening: ((
    details: { url: string; requestHeaders: Record<string, string> },
    answer: (response: object) => void,
  ) => void)[] = [];
  setupHubAuthorization(
    { onBeforeSendHeaders: (_filter, listener) => listening.push(listener) },
    server,
    () => credentials,
  );
  const send = () =>
    listening[0]?.({ url: `${server}/db/x`, requestHeaders: {} }, (response) => answers.push(response));
  send();
  credentials = { user: 'reg-1', password: 'gr\u00fcn:1' };
  send();
  expect(answers).toEqual([{ requestHeaders: {} }, { requestHeaders: { Authorization: ours } }]);
});
