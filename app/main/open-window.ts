import type { BrowserWindow } from 'electron';
import { join } from 'node:path';
import { recoverFromCrashes } from './crash-recovery.ts';
import type { ElectronParts } from './electron-parts.ts';
import { later } from './later.ts';
import type { Log } from './log.ts';
import { keepMainWindow, windowOptions, type MainWindow } from './main-window.ts';
import { guardNavigation } from './navigation-guard.ts';
import { createLinkOpener } from './outside-link.ts';
import { openingBounds, windowPlaceFile } from './window-bounds.ts';

type Options = {
  readonly out: string;
  readonly folder: string;
  readonly log: Log;
  readonly canHide: () => boolean;
};

/** Open the one window, guarded, where it was last; it loads nothing yet. */
export function openWindow(electron: ElectronParts, { out, folder, log, canHide }: Options): MainWindow<BrowserWindow> {
  const { app, dialog, screen, shell } = electron;
  const places = windowPlaceFile(folder, log);
  const place = places.read();
  const workAreas = screen.getAllDisplays().map((display) => display.workArea);
  const preload = join(out, 'preload/index.cjs');
  const browserWindow = new electron.BrowserWindow(
    windowOptions(preload, openingBounds(place, workAreas), !app.isPackaged),
  );
  if (place?.maximized) browserWindow.maximize();

  const openOutside = createLinkOpener({
    confirm: async (shown) => {
      const question = { type: 'question' as const, buttons: ['Open', 'Cancel'], defaultId: 1, cancelId: 1 };
      const text = { message: 'Open this outside of Shopbell?', detail: shown };
      return (await dialog.showMessageBox(browserWindow, { ...question, ...text })).response === 0;
    },
    open: (url) => shell.openExternal(url),
  });
  guardNavigation(browserWindow.webContents, (url) => {
    openOutside(url).catch((error: unknown) => log.warn('link-not-opened', error));
  });

  let leaving = false;
  app.on('before-quit', () => {
    leaving = true;
  });
  const window = keepMainWindow(browserWindow, {
    stays: () => !leaving,
    canHide,
    savePlace: (shown) => {
      try {
        places.write(shown);
      } catch (error) {
        log.warn('window-place-not-saved', error);
      }
    },
  });
  recoverFromCrashes(browserWindow.webContents, {
    reload: () => void window.load().catch((error: unknown) => log.warn('page-not-loaded', error)),
    now: () => Date.now(),
    later,
    onCrash: (reason) => log.warn(`page-gone-${reason}`),
  });
  app.on('activate', () => window.show());
  return window;
}
