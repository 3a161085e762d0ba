import { expect, test } from 'vitest';
import { ShopbellError } from '../../../domain/errors.ts';
import type { Identity } from '../../contract/identity.ts';
import type { App } from '../live/app.ts';
import { createSession, type SessionParts } from './session.ts';

const IDENTITY: Identity = { shop: 'demo', register: { id: 'reg-a', name: 'Counter 1', code: 'R1' } };

function stage(over: { identity?: Identity | null; owns?: boolean; fails?: unknown } = {}) {
  const done: string[] = [];
  let lost = async () => {};
  const parts: SessionParts = {
    bridge: {
      identity: async () => over.identity ?? null,
      pair: async ({ code }) =>
        code === '1234' ? { ok: true, identity: IDENTITY } : { ok: false, fault: 'code-wrong' },
    },
    owner: {
      claim: async () => over.owns ?? true,
      takeOver: async () => void done.push('took over'),
      onLost: (listener) => {
        lost = listener;
      },
    },
    openApp: async (identity) => {
      if (over.fails) throw over.fails;
      done.push(`opened ${identity.register.id}`);
      return { app: {} as App, close: async () => void done.push('closed') };
    },
  };
  const session = createSession(parts);
  return { session, done, lose: () => lost(), at: () => session.state.getState().at };
}

test('a paired register opens', async () => {
  const { session, at, done } = stage({ identity: IDENTITY });
  await session.begin();
  expect(at()).toBe('ready');
  expect(done).toEqual(['opened reg-a']);
});

test('an unpaired one is set up first; a wrong code says so and stays there', async () => {
  const { session, at } = stage();
  await session.begin();
  expect(at()).toBe('pairing');
  expect(await session.pair({ name: 'a', code: '' })).toBe('code-wrong');
  expect(at()).toBe('pairing');
  expect(await session.pair({ name: 'a', code: '1234' })).toBeNull();
  expect(at()).toBe('ready');
});

test('a second tab opens nothing until it takes over', async () => {
  const { session, at, done } = stage({ identity: IDENTITY, owns: false });
  await session.begin();
  expect(at()).toBe('other-tab');
  expect(done).toEqual([]);
  await session.takeOver();
  expect(at()).toBe('ready');
  expect(done).toEqual(['took over', 'opened reg-a']);
});

test('the tab that is taken over closes what it opened and says so', async () => {
  const { session, at, done, lose } = stage({ identity: IDENTITY });
  await session.begin();
  await lose();
  expect(at()).toBe('moved');
  expect(done.at(-1)).toBe('closed');
});

test('storage that cannot be opened gives a sentence and another try', async () => {
  const { session } = stage({ identity: IDENTITY, fails: new ShopbellError('storage-closed', 'No storage.') });
  await session.begin();
  expect(session.state.getState()).toEqual({ at: 'failed', code: 'storage-closed' });
});

test('a fault nobody foresaw is no blank page', async () => {
  const { session } = stage({ identity: IDENTITY, fails: new Error('boom') });
  await session.begin();
  expect(session.state.getState()).toEqual({ at: 'failed', code: 'unforeseen' });
});

test('pairing again closes what is open', async () => {
  const { session, at, done } = stage({ identity: IDENTITY });
  await session.begin();
  await session.pairAgain();
  expect(at()).toBe('pairing');
  expect(done.at(-1)).toBe('closed');
});
