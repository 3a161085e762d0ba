import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Launched } from './fixtures/electron-app.ts';
import { openPairingServer, PAIRED, PAIRED_AUTHORIZATION } from './fixtures/pairing-server.ts';
import { openRecordingServer } from './fixtures/recording-server.ts';
import { askShell } from './fixtures/shell-page.ts';

const demo = (server: string) => ({ args: [`--server=${server}`], env: { SHOPBELL_ALLOW_PLAIN_SECRET: '1' } });
const notice = { tag: 'o-1', title: 'New order 1042', body: '2 × Ramen', orderId: 'o-1' };

test.describe('start', () => {
  test('opens one window on the built page, and no register is paired', async ({ launch }) => {
    const { app, page } = await launch();
    expect(await askShell(page, 'identity')).toBeNull();
    expect(await askShell(page, 'hubAccess')).toEqual({ url: 'http://127.0.0.1:8484/db' });
    expect(await askShell(page, 'info')).toMatchObject({
      kind: 'electron',
      shell: expect.stringContaining('Electron '),
    });
    const addresses = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => [window.webContents.getURL(), window.isVisible()]),
    );
    expect(addresses).toEqual([['app://register/index.html', true]]);
  });

  test('a second start shows the first window and ends', async ({ launch, startAgain }) => {
    const { app } = await launch();
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
    expect(await once(startAgain(), 'exit')).toEqual([0, null]);
    await expect.poll(() => isVisible(app)).toBe(true);
  });
});

test.describe('walls', () => {
  test('the page has no Node, no Electron and a bridge it cannot change', async ({ launch }) => {
    const { page } = await launch();
    expect(
      await page.evaluate(() => {
        const bridge: object = Reflect.get(window, 'shopbell');
        return {
          globals: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter(
            (name) => name in window,
          ),
          members: Object.keys(bridge),
          isFrozen: Object.isFrozen(bridge),
          isSecure: isSecureContext,
        };
      }),
    ).toEqual({
      globals: [],
      members: ['identity', 'pair', 'hubAccess', 'notify', 'signal', 'beep', 'info', 'onOpenOrder', 'onWake'],
      isFrozen: true,
      isSecure: true,
    });
  });

  test('a call with a payload that does not fit is refused', async ({ launch }) => {
    const { page } = await launch();
    const refused = (call: string, payload: unknown) =>
      page.evaluate(
        ([name, value]) =>
          Reflect.get(Reflect.get(window, 'shopbell'), name)(value).catch((error: Error) => error.message),
        [call, payload] as const,
      );
    for (const [call, payload] of [
      ['pair', { name: 'Counter' }],
      ['pair', { name: 'Counter', code: '1', more: true }],
      ['notify', { ...notice, orderId: '../x' }],
      ['notify', { ...notice, title: 'x'.repeat(501) }],
      ['signal', { ringing: 'yes', newOrders: 1 }],
      ['signal', { ringing: true, newOrders: -1 }],
      ['signal', null],
    ] as const) {
      expect(await refused(call, payload), `${call} ${JSON.stringify(payload).slice(0, 60)}`).toContain(
        'does not take',
      );
    }
  });

  test('a foreign page in the window gets no answer, although it has the bridge', async ({ launch }) => {
    const { app, page } = await launch();
    const foreign = 'data:text/html,<title>foreign</title>';
    await app.evaluate(({ BrowserWindow }, url) => BrowserWindow.getAllWindows()[0]?.loadURL(url), foreign);
    await expect(page).toHaveTitle('foreign');
    const answer = await page.evaluate(() =>
      Reflect.get(window, 'shopbell')
        .identity()
        .then(
          () => 'answered',
          (error: Error) => error.message,
        ),
    );
    expect(answer).toContain("was not called by the Register's own page");
  });

  test('the policy blocks inline script, eval and foreign connections', async ({ launch }) => {
    const foreign = await openRecordingServer('*');
    const { page } = await launch();
    const blocked = await page.evaluate(async (url) => {
      // What a debugger evaluates may eval; only a later turn of the page is under its own policy.
      await new Promise((done) => setTimeout(done));
      const violations: string[] = [];
      const allSeen = new Promise<void>((done) =>
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
          if (violations.push(effectiveDirective) === 4) done();
        }),
      );
      for (const [tag, text] of [
        ['script', 'window.inlineRan = true'],
        ['style', 'body { outline: 1px solid red }'],
      ] as const) {
        document.head.append(Object.assign(document.createElement(tag), { textContent: text }));
      }
      let evaluated = 'ran';
      try {
        evaluated = String(window.eval('1'));
      } catch (error) {
        evaluated = error instanceof Error ? error.name : '';
      }
      const fetched = await fetch(url).then(
        () => 'answered',
        (error: Error) => error.name,
      );
      await allSeen;
      return { evaluated, fetched, ranInline: 'inlineRan' in window, violations: violations.toSorted() };
    }, foreign.url);
    await foreign.close();
    expect(blocked).toEqual({
      evaluated: 'EvalError',
      fetched: 'TypeError',
      ranInline: false,
      violations: ['connect-src', 'script-src', 'script-src-elem', 'style-src-elem'],
    });
    expect(foreign.requests).toEqual([]);
  });

  test('each answer has its own nonce, put in place of the placeholder', async ({ launch }) => {
    const { page } = await launch();
    const texts = await page.evaluate(() =>
      Promise.all(
        [1, 2].map(async () => {
          const answer = await fetch('/index.html');
          return { text: await answer.text(), policy: answer.headers.get('content-security-policy') ?? '' };
        }),
      ),
    );
    const nonces = texts.map(({ policy }) => /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none');
    expect(new Set(nonces).size).toBe(2);
    for (const [at, { text }] of texts.entries()) {
      expect(text).toContain(nonces[at]);
      expect(text).not.toContain('__CSP_NONCE__');
    }
  });

  test('only files of the page are served', async ({ launch }) => {
    const { page } = await launch();
    const statuses = await page.evaluate(() =>
      Promise.all(
        [
          '/index.html',
          '/nope.js',
          '/..%2fmain/index.js',
          '/%2e%2e/main/index.js',
          '/..%5cmain%5cindex.js',
          '/%00',
        ].map(async (path) => (await fetch(path)).status),
      ),
    );
    expect(statuses).toEqual([200, 404, 404, 404, 404, 404]);
  });

  test('the page cannot leave, and opens no window', async ({ launch }) => {
    const { app, page } = await launch();
    const before = page.url();
    await page.evaluate(() => {
      location.href = 'https://example.com/';
      const link = Object.assign(document.createElement('a'), { href: 'file:///etc/hostname', textContent: 'x' });
      document.body.append(link);
      link.click();
      return Reflect.get(window, 'shopbell').info();
    });
    expect(await page.evaluate(() => window.open('file:///etc/hostname'))).toBeNull();
    expect(await askShell(page, 'identity')).toBeNull();
    expect(page.url()).toBe(before);
    expect(app.windows()).toHaveLength(1);
  });

  test('a link to outside opens only after a person saw its host and said yes', async ({ launch }) => {
    const { app, page } = await launch();
    await app.evaluate(({ dialog, shell }) => {
      const seen: string[] = [];
      const answers = [1, 0];
      Reflect.set(globalThis, 'seen', seen);
      dialog.showMessageBox = async (...args: unknown[]) => {
        seen.push(`asked ${Reflect.get(Object(args.at(-1)), 'detail')}`);
        return { response: answers.shift() ?? 1, checkboxChecked: false };
      };
      shell.openExternal = async (url) => void seen.push(`opened ${url}`);
    });
    const seen = () => app.evaluate(() => Reflect.get(globalThis, 'seen'));
    await page.evaluate(() => void window.open('javascript:alert(1)'));
    await page.evaluate(() => void window.open('https://user@evil.test/'));
    await page.evaluate(() => void window.open('https://courier.test/track?id=1'));
    await expect.poll(seen).toEqual(['asked courier.test']);
    await page.evaluate(() => void window.open('https://courier.test/track?id=2'));
    await expect
      .poll(seen)
      .toEqual(['asked courier.test', 'asked courier.test', 'opened https://courier.test/track?id=2']);
  });

  test('no permission but notifications', async ({ launch }) => {
    const { page } = await launch();
    const states = await page.evaluate(async () => ({
      geolocation: (await navigator.permissions.query({ name: 'geolocation' })).state,
      notifications: Notification.permission,
    }));
    expect(states).toEqual({ geolocation: 'denied', notifications: 'granted' });
  });
});

test.describe('pairing', () => {
  test('pairs with the sync-server, stays paired after a restart and keeps the password from the page', async ({
    launch,
    userData,
  }) => {
    const server = await openPairingServer();
    const first = await launch(demo(server.url));
    expect(await askShell(first.page, 'pair', { name: 'Counter', code: '9' })).toEqual({
      ok: false,
      fault: 'code-wrong',
    });
    expect(await askShell(first.page, 'pair', { name: ' ', code: '1234' })).toEqual({
      ok: false,
      fault: 'name-missing',
    });
    expect(await askShell(first.page, 'pair', { name: ' Counter ', code: '1234' })).toEqual({
      ok: true,
      identity: PAIRED.identity,
    });
    expect(server.requests.map(({ body }) => body)).toEqual(
      ['9', '1234'].map((code) => JSON.stringify({ name: 'Counter', code })),
    );
    await first.app.close();
    await server.close();

    const second = await launch(demo(server.url));
    expect(await askShell(second.page, 'identity')).toEqual(PAIRED.identity);
    const files = readdirSync(userData).filter((name) => name.endsWith('.json'));
    expect(files).toEqual(expect.arrayContaining(['hub-password.json', 'identity.json']));
    for (const name of files) expect(readFileSync(join(userData, name), 'utf8')).not.toContain(PAIRED.password);
  });

  test('a server that is not there is told', async ({ launch }) => {
    const { page } = await launch(demo('http://127.0.0.1:9'));
    expect(await askShell(page, 'pair', { name: 'Counter', code: '' })).toEqual({
      ok: false,
      fault: 'server-unreachable',
    });
  });

  test("the password goes out with the page's requests to the hub, and with no others", async ({ launch }) => {
    const elsewhere = await openRecordingServer('*');
    const server = await openPairingServer(elsewhere.url);
    const { page } = await launch(demo(server.url));
    const ask = (path: string) =>
      page.evaluate(
        (url) =>
          fetch(url).then(
            (answer) => answer.status,
            () => 'refused',
          ),
        `${server.url}${path}`,
      );
    await ask('/db/before-pairing');
    await askShell(page, 'pair', { name: 'Counter', code: '1234' });
    expect(await ask('/db/shopbell-demo-orders')).toBe(200);
    expect(await ask('/other')).toBe(200);
    expect(await ask('/database')).toBe(200);
    expect(await ask('/db/elsewhere')).toBe('refused');
    const posted = await page.evaluate(
      (url) =>
        fetch(url, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }).then(
          (answer) => answer.status,
        ),
      `${server.url}/db/shopbell-demo-changes/_bulk_docs`,
    );
    expect(posted).toBe(200);
    await Promise.all([server.close(), elsewhere.close()]);
    const seen = server.requests.filter(({ method, url }) => method !== 'OPTIONS' && url !== '/api/registers');
    expect(seen.map(({ url, authorization }) => [url, authorization])).toEqual([
      ['/db/before-pairing', undefined],
      ['/db/shopbell-demo-orders', PAIRED_AUTHORIZATION],
      ['/other', undefined],
      ['/database', undefined],
      ['/db/elsewhere', PAIRED_AUTHORIZATION],
      ['/db/shopbell-demo-changes/_bulk_docs', PAIRED_AUTHORIZATION],
    ]);
    expect(elsewhere.requests.filter(({ authorization }) => authorization !== undefined)).toEqual([]);
  });
});

test.describe('window and desktop', () => {
  test('closing hides the window, and quitting ends the app', async ({ launch }) => {
    const { app, page } = await launch();
    // Nobody closes a window that is not there yet: before its first frame it is still to be shown.
    await expect.poll(() => isVisible(app)).toBe(true);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await expect.poll(() => isVisible(app)).toBe(false);
    expect(await askShell(page, 'identity')).toBeNull();
    const ended = once(app.process(), 'exit');
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('quit')?.click());
    expect(await ended).toEqual([0, null]);
  });

  test('a page whose process died is loaded anew', async ({ launch }) => {
    const { app } = await launch();
    await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      contents?.once('did-finish-load', () => Reflect.set(globalThis, 'cameBack', contents.getURL()));
      contents?.forcefullyCrashRenderer();
    });
    await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'cameBack'))).toBe('app://register/index.html');
  });

  test('the window opens again where it was', async ({ launch }) => {
    const bounds = { x: 40, y: 30, width: 900, height: 650 };
    const first = await launch();
    await first.app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), bounds);
    await first.app.close();
    const second = await launch();
    const reopened = await second.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.getNormalBounds(),
    );
    expect(reopened).toEqual(bounds);
  });

  test('a notification is shown silently, and its click brings the order', async ({ launch }) => {
    const { app, page } = await launch();
    await app.evaluate(({ Notification }) => {
      const shown: object[] = [];
      Reflect.set(globalThis, 'shown', shown);
      Notification.prototype.show = function show() {
        shown.push(this);
        setImmediate(() => this.emit('show'));
      };
    });
    expect(await askShell(page, 'notify', notice)).toEqual({ shown: true, via: 'electron', reason: '' });
    const opened = page.evaluate(() => new Promise((done) => Reflect.get(window, 'shopbell').onOpenOrder(done)));
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.hide();
      Reflect.get(globalThis, 'shown')[0].emit('click');
    });
    expect(await opened).toBe('o-1');
    expect(await isVisible(app)).toBe(true);
    const texts = await app.evaluate(() => {
      const { title, body, silent } = Reflect.get(globalThis, 'shown')[0];
      return { title, body, silent };
    });
    expect(texts).toEqual({ title: notice.title, body: notice.body, silent: true });
  });

  test('new orders show on the badge, and waking up reaches the page', async ({ launch }) => {
    const { app, page } = await launch();
    await askShell(page, 'signal', { ringing: true, newOrders: 3 });
    expect(await app.evaluate(({ app: electronApp }) => electronApp.getBadgeCount())).toBe(3);
    const woke = page.evaluate(
      () => new Promise<string>((done) => Reflect.get(window, 'shopbell').onWake(() => done('woke'))),
    );
    await app.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
    expect(await woke).toBe('woke');
  });
});

function isVisible(app: Launched['app']): Promise<boolean | undefined> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
}
