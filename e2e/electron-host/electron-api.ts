import type { BrowserWindowConstructorOptions } from 'electron';
import { HostApp } from './app.ts';
import { HostWindow } from './browser-window.ts';
import { desktopApi } from './desktop.ts';
import type { Host } from './host.ts';
import { HostIpcMain } from './ipc-main.ts';
import { menuApi } from './menu.ts';
import { nativeImageApi } from './native-image.ts';
import { HostNotification } from './notification.ts';
import { safeStorageApi } from './safe-storage.ts';
import { strict } from './strict.ts';
import { createTargets } from './targets.ts';
import { HostTray } from './tray.ts';
import type { HostWebContents } from './web-contents.ts';

/** The `electron` module as main sees it: what Shopbell uses of it; the rest throws. */
export function createElectron(host: Host): {
  readonly electron: Readonly<Record<string, object>>;
  readonly app: HostApp;
  readonly watchTargets: () => Promise<void>;
} {
  const app = new HostApp(host);
  const targets = createTargets<HostWebContents>(host);
  const openWindows = () => [...host.windows].filter((window) => window instanceof HostWindow);

  class BrowserWindow extends HostWindow {
    constructor(options: BrowserWindowConstructorOptions = {}) {
      super(host, targets, options);
      app.emit('web-contents-created', {}, this.webContents);
    }

    static getAllWindows(): HostWindow[] {
      return openWindows();
    }

    static fromWebContents(contents: HostWebContents): HostWindow | null {
      return openWindows().find((window) => window.webContents === contents) ?? null;
    }
  }
  const electron = {
    app,
    BrowserWindow,
    Menu: menuApi(() => app.quit()),
    Tray: HostTray,
    Notification: HostNotification,
    ipcMain: new HostIpcMain(host),
    nativeImage: nativeImageApi(),
    protocol: host.session.protocol,
    safeStorage: safeStorageApi(
      () => app.getPath('userData'),
      () => host.isReady(),
    ),
    session: strict('session', { defaultSession: host.session }),
    webContents: strict('webContents', { fromDevToolsTargetId: (id: string) => targets.find(id) }),
    ...desktopApi(),
  };
  return { electron: strict('electron', electron), app, watchTargets: () => targets.watch() };
}
