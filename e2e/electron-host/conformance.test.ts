import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { createElectron } from './electron-api.ts';
import { createHost } from './host.ts';
import { readLaunchFacts } from './launch-facts.ts';
import { HostImage } from './native-image.ts';
import { HostSession } from './session.ts';
import { HostWebContents } from './web-contents.ts';

const declarations = readFileSync(createRequire(import.meta.url).resolve('electron/electron.d.ts'), 'utf8');

/** Text of an interface or class in Electron's own declarations. */
function declared(name: string): string {
  const start = new RegExp(`\\n  (?:interface|class) ${name}(?: extends [^{]*)? \\{`).exec(declarations);
  if (!start) throw new Error(`electron.d.ts declares no ${name}`);
  return declarations.slice(start.index, declarations.indexOf('\n  }\n', start.index));
}

const OFFERED: Readonly<Record<string, readonly string[]>> = {
  app: ['App'],
  BrowserWindow: ['BrowserWindow', 'BaseWindow'],
  Menu: ['Menu'],
  Tray: ['Tray'],
  Notification: ['Notification'],
  ipcMain: ['IpcMain'],
  nativeImage: ['NativeImage'],
  protocol: ['Protocol'],
  safeStorage: ['SafeStorage'],
  session: ['Session'],
  webContents: ['WebContents'],
  powerSaveBlocker: ['PowerSaveBlocker'],
  powerMonitor: ['PowerMonitor'],
  shell: ['Shell'],
  dialog: ['Dialog'],
  screen: ['Screen'],
};

/** Classes whose instances the app meets although it never constructs them. */
const MADE_BY: Readonly<Record<string, object>> = { webContents: HostWebContents, nativeImage: HostImage };

/** Parts of the host's own machinery, which the app cannot meet under Electron's types. */
const OUR_OWN = new Set([
  'becomeReady',
  'isEnding',
  'tryClose',
  'markDestroyed',
  'prepared',
  'hooks',
  'applyPermissions',
]);

function createdElectron() {
  const facts = readLaunchFacts([import.meta.dirname], '/host/electron', '/host');
  return createElectron(createHost(facts, (schemes) => new HostSession(schemes))).electron;
}

/** Public names of an object and of the classes it stands for; TypeScript-private members are listed in the sources. */
function membersOf(part: object): string[] {
  const prototypes: object[] = [part];
  const start: unknown = typeof part === 'function' ? part.prototype : Object.getPrototypeOf(part);
  for (
    let at: unknown = start;
    at && at !== EventEmitter.prototype && at !== Object.prototype;
    at = Object.getPrototypeOf(at)
  ) {
    if (typeof at === 'object') prototypes.push(at);
  }
  const ignored = new Set([
    ...Object.getOwnPropertyNames(class {}),
    ...Object.getOwnPropertyNames(new EventEmitter()),
    'constructor',
  ]);
  return prototypes.flatMap((object) => Object.getOwnPropertyNames(object)).filter((name) => !ignored.has(name));
}

const sourceOf = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');
const isPrivate = (name: string) =>
  ['app.ts', 'browser-window.ts', 'web-contents.ts', 'tray.ts', 'native-image.ts', 'ipc-main.ts', 'session.ts'].some(
    (file) => new RegExp(`private (?:readonly |async )*${name}\\b`).test(sourceOf(`./${file}`)),
  );

describe('the Electron-compatible test host', () => {
  it('offers only parts that this exam knows', () => {
    expect(Object.keys(createdElectron()).toSorted()).toEqual(Object.keys(OFFERED).toSorted());
  });

  it.each(Object.entries(OFFERED))('offers nothing of %s that Electron does not declare', (name, types) => {
    const part = createdElectron()[name];
    const made = MADE_BY[name];
    const text = types.map(declared).join('');
    const offered = [...membersOf(part ?? {}), ...(made ? membersOf(made) : [])].filter(
      (member) => !OUR_OWN.has(member) && !isPrivate(member),
    );
    const invented = offered.filter(
      (member) => !new RegExp(`\\n    (?:static |readonly )*(?:get )?${member}[?(<:]`).test(text),
    );
    expect(invented).toEqual([]);
  });

  it.each(['app.getLocale', 'shell.showItemInFolder', 'powerMonitor.isOnBatteryPower', 'protocol.unhandle'])(
    'throws for %s, which it does not offer, instead of answering undefined',
    (path) => {
      const [part = '', member = ''] = path.split('.');
      expect(() => Reflect.get(createdElectron()[part] ?? {}, member)).toThrow(
        `electron-host: ${path} is not implemented`,
      );
    },
  );

  it('throws for a whole module it does not offer', () => {
    expect(() => createdElectron()['desktopCapturer']).toThrow(
      'electron-host: electron.desktopCapturer is not implemented',
    );
  });
});
