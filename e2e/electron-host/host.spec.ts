import { once } from 'node:events';
import { resolve } from 'node:path';
import { expect, test } from '../fixtures/electron-app.ts';
import { openRecordingServer } from '../fixtures/recording-server.ts';

const folder = resolve(import.meta.dirname, 'fixture-app');

test('main, preload and page meet through the context bridge and IPC', async ({ launch }) => {
  const { app, page } = await launch({ folder });
  await expect(page.getByRole('heading')).toHaveText('Fixture');
  expect(
    await page.evaluate(async () => {
      const { echo, fail, addNow } = Reflect.get(window, 'fixture');
      return {
        echoed: await echo({ at: new Date(0), list: [1, null, 'x'], nothing: undefined }),
        failed: await fail().catch((error: Error) => error.message),
        unsendable: await echo(() => 1).catch((error: Error) => error.message),
        sum: addNow(2, 40),
        frozen: Object.isFrozen(Reflect.get(window, 'fixture')),
      };
    }),
  ).toEqual({
    echoed: { at: new Date(0), list: [1, null, 'x'], nothing: undefined },
    failed: "Error invoking remote method 'fail': TypeError: no such thing",
    unsendable: expect.stringContaining('could not be cloned'),
    sum: 42,
    frozen: true,
  });
  expect(await app.evaluate(({ app: electronApp }) => electronApp.getVersion())).toBe('1.2.3');
});

test('a header from onBeforeSendHeaders reaches a real server, and only for the address it is meant for', async ({
  launch,
}) => {
  const hub = await openRecordingServer('app://register');
  const { page } = await launch({ folder, env: { FIXTURE_HUB: hub.url } });
  const ask = (path: string, method: string) =>
    page.evaluate(
      async ([url, verb]) => {
        const post = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
        return (await fetch(url, verb === 'POST' ? post : {})).status;
      },
      [`${hub.url}${path}`, method] as const,
    );
  expect(await ask('/db/plain', 'GET')).toBe(200);
  expect(await ask('/db/asked-first', 'POST')).toBe(200);
  expect(await ask('/other', 'GET')).toBe(200);
  await hub.close();
  const seen = hub.requests.filter(({ method }) => method !== 'OPTIONS');
  expect(seen.map(({ url, origin, authorization }) => ({ url, origin, authorization }))).toEqual([
    { url: '/db/plain', origin: 'app://register', authorization: 'Basic Zm9v' },
    { url: '/db/asked-first', origin: 'app://register', authorization: 'Basic Zm9v' },
    { url: '/other', origin: 'app://register', authorization: undefined },
  ]);
  expect(hub.requests.filter(({ method }) => method === 'OPTIONS').map(({ origin }) => origin)).toEqual([
    'app://register',
  ]);
});

test('what the page stored survives SIGKILL of the whole process group', async ({ launch }) => {
  const first = await launch({ folder });
  await first.page.evaluate(
    () =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open('kept', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('things');
        opening.onerror = () => failed(new Error('cannot open'));
        opening.onsuccess = () => {
          const writing = opening.result.transaction('things', 'readwrite', { durability: 'strict' });
          writing.objectStore('things').put('still here', 'one');
          writing.oncomplete = () => done();
        };
      }),
  );
  const closed = first.app.waitForEvent('close');
  process.kill(-(first.app.process().pid ?? 0), 'SIGKILL');
  await closed;

  const second = await launch({ folder });
  const kept = await second.page.evaluate(
    () =>
      new Promise((done) => {
        const opening = indexedDB.open('kept', 1);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('things').objectStore('things').get('one');
          reading.onsuccess = () => done(reading.result);
        };
      }),
  );
  expect(kept).toBe('still here');
});

test('a second instance ends with 0 and the first hears of it', async ({ launch, startAgain }) => {
  const { page } = await launch({ folder });
  const heard = page.evaluate(() => new Promise((done) => Reflect.get(window, 'fixture').onSecond(done)));
  expect(await once(startAgain({ folder, args: ['hello'] }), 'exit')).toEqual([0, null]);
  expect(await heard).toBe('hello');
});
