import { expect, it } from 'vitest';
import { CHANNELS } from '../contract/channels.ts';
import { setupCalls, type CallHandlers, type CallLine } from './ipc.ts';
import { isOurPage } from './page-origin.ts';

type Listener = Parameters<CallLine['handle']>[1];

const page = { url: 'app://register/index.html', parent: null };
const notice = { tag: 't', title: 'x', body: 'y', orderId: 'o-1' };

function line() {
  const listeners = new Map<string, Listener>();
  const reached: [string, unknown][] = [];
  const note =
    <T>(channel: string, reply: T) =>
    (request: unknown) => {
      reached.push([channel, request]);
      return reply;
    };
  const handlers: CallHandlers = {
    'shell:identity': note('shell:identity', null),
    'shell:pair': note('shell:pair', { ok: false, fault: 'code-wrong' }),
    'shell:hub-access': note('shell:hub-access', { url: 'http://127.0.0.1:1/db' }),
    'shell:notify': note('shell:notify', { shown: true, via: 'electron', reason: '' }),
    'shell:signal': note('shell:signal', undefined),
    'shell:beep': note('shell:beep', undefined),
    'shell:info': note('shell:info', { kind: 'electron', appVersion: '1', shell: 'x', platform: 'linux' }),
    'journal:append': note('journal:append', { ok: true }),
    'journal:drop-settled': note('journal:drop-settled', { ok: true }),
    'journal:read': note('journal:read', null),
    'witness:read': note('witness:read', null),
    'witness:write': note('witness:write', true),
  };
  const calls = setupCalls(
    {
      handle: (channel, listener) => listeners.set(channel, listener),
      removeHandler: (channel) => listeners.delete(channel),
    },
    handlers,
    isOurPage,
  );
  const send = async (channel: string, senderFrame: { url: string; parent: unknown } | null, ...args: unknown[]) =>
    listeners.get(channel)?.({ senderFrame }, ...args);
  return { listeners, reached, send, calls };
}

it('answers every channel of the contract, and no other', () => {
  const { listeners, calls } = line();
  expect([...listeners.keys()]).toEqual([...CHANNELS]);
  calls.close();
  expect(listeners.size).toBe(0);
});

it('passes a call of our page on, and the reply back', async () => {
  const { send, reached } = line();
  expect(await send('shell:hub-access', page, undefined)).toEqual({ url: 'http://127.0.0.1:1/db' });
  await send('shell:identity', page);
  await send('shell:notify', page, { ...notice, orderId: null });
  await send('shell:signal', page, { ringing: true, newOrders: 0 });
  expect(reached).toEqual([
    ['shell:hub-access', undefined],
    ['shell:identity', undefined],
    ['shell:notify', { ...notice, orderId: null }],
    ['shell:signal', { ringing: true, newOrders: 0 }],
  ]);
});

it.each([
  ['a frame that is gone', null],
  ['a foreign page', { url: 'https://evil.test/', parent: null }],
  ['a page that only looks like ours', { url: 'app://register.evil/', parent: null }],
  ['a frame inside our page', { url: 'app://register/index.html', parent: {} }],
  ['an empty page', { url: '', parent: null }],
])('refuses %s on every channel', async (_who, sender) => {
  const { send, reached } = line();
  for (const channel of CHANNELS) {
    await expect(send(channel, sender, undefined)).rejects.toMatchObject({ code: 'call-refused' });
  }
  expect(reached).toEqual([]);
});

it.each([
  ['shell:identity', {}],
  ['shell:identity', null],
  ['shell:beep', 3],
  ['shell:pair', { name: 'x' }],
  ['shell:pair', { name: 'x', code: 'y', extra: 1 }],
  ['shell:pair', { name: 'x'.repeat(201), code: 'y' }],
  ['shell:notify', { ...notice, tag: '' }],
  ['shell:notify', { ...notice, orderId: '../../x' }],
  ['shell:notify', { ...notice, title: 7 }],
  ['shell:signal', { ringing: 1, newOrders: 0 }],
  ['shell:signal', { ringing: true, newOrders: 0.5 }],
  ['shell:signal', undefined],
  ['journal:append', undefined],
  ['journal:append', [{ id: '../x', text: '{}' }]],
  ['journal:append', [{ id: 'c-1', text: 7 }]],
  ['journal:append', [{ id: 'c-1', text: '{}', more: 1 }]],
  ['journal:append', [{ id: 'c-1', text: 'x'.repeat(1_000_001) }]],
  ['journal:drop-settled', ['a b']],
  ['journal:drop-settled', 'c-1'],
  ['journal:read', {}],
  ['witness:write', { orders: 1 }],
  ['witness:write', 'x'.repeat(200_001)],
])('refuses %s with %j', async (channel, payload) => {
  const { send, reached } = line();
  await expect(send(channel, page, payload)).rejects.toMatchObject({ code: 'call-refused' });
  expect(reached).toEqual([]);
});

it('refuses a second payload', async () => {
  await expect(line().send('shell:beep', page, undefined, 'more')).rejects.toMatchObject({ code: 'call-refused' });
});
