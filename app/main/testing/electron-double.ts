import { EventEmitter } from 'node:events';
import type { ElectronParts } from '../electron-parts.ts';

type Call = { readonly what: string; readonly args: readonly unknown[] };

/** Electron as the start of the shell meets it, on a desktop that is all memory; `calls` notes what was asked of it, in order. */
export type ElectronDouble = {
  readonly electron: ElectronParts;
  readonly calls: readonly Call[];
  readonly app: EventEmitter;
};

export function electronDouble(userData: string, isFirst = true): ElectronDouble {
  const calls: Call[] = [];
  const note =
    <T>(what: string, answer: T) =>
    (...args: unknown[]) => {
      calls.push({ what, args });
      return answer;
    };
  const app = Object.assign(new EventEmitter(), {
    isPackaged: true,
    getPath: () => userData,
    getVersion: () => '1.2.3',
    requestSingleInstanceLock: note('lock', isFirst),
    quit: note('quit', undefined),
    enableSandbox: note('enableSandbox', undefined),
    setAppUserModelId: note('setAppUserModelId', undefined),
    setBadgeCount: note('setBadgeCount', true),
  });
  const webContents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: note('setWindowOpenHandler', undefined),
    send: note('send', undefined),
  });
  class BrowserWindow extends EventEmitter {
    webContents = webContents;
    loadURL = note('loadURL', Promise.resolve());
    show = note('show', undefined);
    focus = note('focus', undefined);
    hide = note('hide', undefined);
    minimize = note('minimize', undefined);
    isMinimized = () => false;
    isMaximized = () => false;
    getNormalBounds = () => ({ x: 1, y: 2, width: 800, height: 600 });

    constructor(options: unknown) {
      super();
      calls.push({ what: 'window', args: [options] });
    }
  }
  class Tray extends EventEmitter {
    setToolTip = note('setToolTip', undefined);
    setContextMenu = note('setContextMenu', undefined);
  }
  class Notification extends EventEmitter {
    static isSupported = () => true;
  }
  const parts = {
    app,
    BrowserWindow,
    Notification,
    Tray,
    Menu: {
      buildFromTemplate: (template: unknown) => template,
      setApplicationMenu: note('setApplicationMenu', undefined),
    },
    dialog: {},
    ipcMain: { handle: note('handle', undefined) },
    nativeImage: { createFromBuffer: () => ({ setTemplateImage: () => {} }) },
    powerMonitor: new EventEmitter(),
    powerSaveBlocker: {},
    protocol: { registerSchemesAsPrivileged: note('registerSchemes', undefined), handle: note('protocol', undefined) },
    safeStorage: {},
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }] },
    session: {
      defaultSession: {
        setPermissionRequestHandler: note('permissionRequest', undefined),
        setPermissionCheckHandler: note('permissionCheck', undefined),
        webRequest: { onBeforeSendHeaders: note('onBeforeSendHeaders', undefined) },
      },
    },
    shell: {},
  } satisfies Record<keyof ElectronParts, unknown>;
  // The double has the parts' names by the line above; of their hundreds of members it has those that a start touches.
  return { electron: parts as unknown as ElectronParts, calls, app };
}
