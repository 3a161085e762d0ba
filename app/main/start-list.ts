import { join } from 'node:path';
import { APP_SCHEME_PRIVILEGES, createPageHandler } from './app-protocol.ts';
import type { ElectronParts } from './electron-parts.ts';
import { setupHubAuthorization } from './hub-authorization.ts';
import { setupCalls } from './ipc.ts';
import { applicationMenu } from './menu.ts';
import { APP_SCHEME, isOurPage } from './page-origin.ts';
import { setupPermissions } from './permissions.ts';
import type { Phase } from './phases.ts';
import { setupPower } from './power.ts';
import { shellParts, type Start } from './shell-parts.ts';
import { takeSingleInstance } from './single-instance.ts';

/** As electron-builder.yml names the app: Windows shows notifications only under the installed app's own id. */
const APP_ID = 'app.shopbell.register';

/**
 * The start of the shell, in its order: nothing is opened before this is the only instance, and no page loads before every guard
 * stands.
 */
export function startList(electron: ElectronParts, start: Start): readonly Phase[] {
  const { app, Menu, ipcMain, powerMonitor, protocol, session } = electron;
  const parts = shellParts(electron, start);
  const atOnce = (name: string, run: Phase['run']): Phase => ({ name, when: 'at-once', run });
  const ready = (name: string, run: Phase['run']): Phase => ({ name, when: 'ready', run });
  return [
    atOnce('single instance', () => takeSingleInstance(app, () => parts.window().show())),
    atOnce('server address', () => void parts.server()),
    atOnce('sandbox', () => app.enableSandbox()),
    atOnce('app id', () => app.setAppUserModelId(APP_ID)),
    atOnce('scheme', () => protocol.registerSchemesAsPrivileged([APP_SCHEME_PRIVILEGES])),
    ready('permissions', () => setupPermissions(session.defaultSession)),
    ready('page files', () =>
      protocol.handle(APP_SCHEME, createPageHandler(join(start.out, 'renderer'), parts.server())),
    ),
    ready('register keys', () => parts.keys().load()),
    ready('hub authorization', () =>
      setupHubAuthorization(session.defaultSession.webRequest, parts.server(), () => parts.keys().credentials()),
    ),
    ready('calls', () => void setupCalls(ipcMain, parts.calls(), isOurPage)),
    ready('menu', () =>
      Menu.setApplicationMenu(Menu.buildFromTemplate(applicationMenu(process.platform, !app.isPackaged))),
    ),
    ready('window', () => void parts.window()),
    ready('tray', () => void parts.tray()),
    ready('power', () => setupPower(powerMonitor, () => parts.window().send('shell:wake', undefined))),
    ready('page', () => parts.window().load()),
  ];
}
