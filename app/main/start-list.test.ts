import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runPhases } from './phases.ts';
import { startList } from './start-list.ts';
import { electronDouble } from './testing/electron-double.ts';
import { recordingLog } from './testing/recording-log.ts';

function start({ isFirst = true, server = null as string | null } = {}) {
  const userData = mkdtempSync(join(tmpdir(), 'shopbell-start-'));
  const double = electronDouble(userData, isFirst);
  const launch = { server, allowPlainSecret: false };
  const phases = startList(double.electron, { out: '/out', launch, log: recordingLog() });
  const names = () => double.calls.map(({ what }) => what);
  return { ...double, userData, phases, names, run: () => runPhases(phases, () => Promise.resolve()) };
}

it('is this list, in this order', () => {
  expect(start().phases.map(({ name, when }) => `${when}: ${name}`)).toEqual([
    'at-once: single instance',
    'at-once: server address',
    'at-once: sandbox',
    'at-once: app id',
    'at-once: scheme',
    'ready: permissions',
    'ready: page files',
    'ready: register keys',
    'ready: hub authorization',
    'ready: calls',
    'ready: menu',
    'ready: window',
    'ready: tray',
    'ready: power',
    'ready: page',
  ]);
});

it('does nothing at all in a second instance, not even read a file', async () => {
  const { run, names, userData } = start({ isFirst: false });
  await run();
  expect(names()).toEqual(['lock', 'quit']);
  expect(readdirSync(userData)).toEqual([]);
});

it('loads the page last, when every guard stands', async () => {
  const { run, names } = start();
  await run();
  const guards = [
    'lock',
    'enableSandbox',
    'registerSchemes',
    'permissionRequest',
    'permissionCheck',
    'protocol',
    'onBeforeSendHeaders',
  ];
  expect(names().at(-1)).toBe('loadURL');
  expect(names()).toEqual(expect.arrayContaining([...guards, 'handle', 'setWindowOpenHandler']));
});

it('opens the window with every safety setting', async () => {
  const { run, calls } = start();
  await run();
  expect(calls.find(({ what }) => what === 'window')?.args[0]).toMatchObject({
    show: false,
    webPreferences: {
      preload: join('/out', 'preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      backgroundThrottling: false,
      autoplayPolicy: 'no-user-gesture-required',
      spellcheck: false,
      devTools: false,
    },
  });
});

it('shows the window that is there when a second instance was started', async () => {
  const { run, app, names } = start();
  await run();
  app.emit('second-instance');
  expect(names().slice(-2)).toEqual(['show', 'focus']);
});

it('stops before it opens anything when the server address cannot be used', async () => {
  const { run, names } = start({ server: 'ftp://shop' });
  await expect(run()).rejects.toMatchObject({ code: 'server-address' });
  expect(names()).toEqual(['lock']);
});

it('uses the address that a person saved', async () => {
  const { run, calls, userData } = start();
  writeFileSync(join(userData, 'settings.json'), '{"server":"http://10.1.1.1:8484"}');
  await run();
  const hubAccess = calls.find(({ what, args }) => what === 'handle' && args[0] === 'shell:hub-access')?.args[1];
  const senderFrame = { url: 'app://register/index.html', parent: null };
  expect(typeof hubAccess === 'function' && (await hubAccess({ senderFrame }))).toEqual({
    url: 'http://10.1.1.1:8484/db',
  });
});
