import type { BrowserWindow } from 'electron';
import { join } from 'node:path';
import { z } from 'zod';
import { openAlarmSignal } from './alarm-signal.ts';
import { callHandlers } from './call-handlers.ts';
import type { ElectronParts } from './electron-parts.ts';
import { newOrdersOverlay, trayIcon } from './icons.ts';
import { identityFile } from './identity-store.ts';
import type { CallHandlers } from './ipc.ts';
import { jsonFile } from './json-file.ts';
import { later } from './later.ts';
import { chooseServer, type Launch } from './launch.ts';
import { lazily } from './lazily.ts';
import type { Log } from './log.ts';
import type { MainWindow } from './main-window.ts';
import { openNotices } from './notify/open-notices.ts';
import { openJournalFile } from './journal-file.ts';
import { openWindow } from './open-window.ts';
import { pair } from './pairing.ts';
import { openRegisterKeys, type RegisterKeys } from './register-keys.ts';
import { openSecretStore } from './secret-store.ts';
import { openTray, type ShellTray } from './tray.ts';
import { openWitnessFile } from './witness-file.ts';

export type Start = {
  /** Folder with the built `preload/` and `renderer/`. */
  readonly out: string;
  readonly launch: Launch;
  readonly log: Log;
};

/** What a person may write into `settings.json` in the data folder. */
const settings = z.object({ server: z.string().optional() });

/** The shell's parts, each made when a phase of the start first asks for it. Throws `server-address` from `server()`. */
export type ShellParts = {
  readonly server: () => string;
  readonly keys: () => RegisterKeys;
  readonly window: () => MainWindow<BrowserWindow>;
  readonly tray: () => ShellTray;
  readonly calls: () => CallHandlers;
};

export function shellParts(electron: ElectronParts, { out, launch, log }: Start): ShellParts {
  const { app, nativeImage, safeStorage, shell } = electron;
  const { platform } = process;
  const folder = lazily(() => app.getPath('userData'));
  const server = lazily(() =>
    chooseServer(launch, jsonFile(join(folder(), 'settings.json'), settings, log).read()?.server),
  );
  const identities = lazily(() => identityFile(folder(), log));
  const secrets = lazily(() =>
    openSecretStore({ folder: folder(), safeStorage, platform, allowPlain: launch.allowPlainSecret, log }),
  );
  const keys = lazily(() => openRegisterKeys(identities(), secrets()));
  const window = lazily(() => openWindow(electron, { out, folder: folder(), log, canHide: () => tray().isThere() }));
  const openOrder = (orderId: string | null) => {
    window().show();
    window().send('shell:open-order', orderId);
  };
  const tray: () => ShellTray = lazily(() =>
    openTray({
      create: (icon) => new electron.Tray(icon),
      buildMenu: (template) => electron.Menu.buildFromTemplate(template),
      icon: trayIcon(nativeImage, platform),
      acts: { open: () => window().show(), quit: () => app.quit() },
      log,
    }),
  );
  const alarm = lazily(() =>
    openAlarmSignal({
      app,
      window: window().browserWindow,
      tray: tray(),
      powerSaveBlocker: electron.powerSaveBlocker,
      overlay: platform === 'win32' ? newOrdersOverlay(nativeImage) : null,
    }),
  );
  const calls = lazily(() =>
    callHandlers({
      server: server(),
      keys: keys(),
      pair: (request) =>
        pair(request, {
          server: server(),
          fetch,
          secrets: secrets(),
          saveIdentity: (identity) => identities().write(identity),
          onPaired: (identity, password) => keys().adopt(identity, password),
          log,
        }),
      notices: openNotices(electron.Notification, platform, later),
      openOrder,
      signal: (signal) => alarm().show(signal),
      beep: () => shell.beep(),
      journal: openJournalFile(join(folder(), 'journal.jsonl'), log),
      witness: openWitnessFile(join(folder(), 'witness.json'), log),
      info: {
        kind: 'electron',
        appVersion: app.getVersion(),
        shell: `Electron ${process.versions['electron'] ?? ''}`,
        platform,
      },
    }),
  );
  return { server, keys, window, tray, calls };
}
