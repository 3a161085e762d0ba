import { join } from 'node:path';
import { electron } from './electron-parts.ts';
import { readLaunch } from './launch.ts';
import { openLog } from './log.ts';
import { runPhases } from './phases.ts';
import { startList } from './start-list.ts';

const { app, dialog } = electron;
const userData = app.commandLine.getSwitchValue('user-data-dir');
// Not every version of Electron takes this switch by itself.
if (userData) app.setPath('userData', userData);
const log = openLog(app.getPath('logs'), () => new Date());

process.on('uncaughtException', (error) => log.warn('defect', error));
process.on('unhandledRejection', (error) => log.warn('defect', error));

const out = join(import.meta.dirname, '..');
const phases = startList(electron, { out, launch: readLaunch(process.argv, process.env), log });

runPhases(phases, () => app.whenReady()).catch((error: unknown) => {
  log.warn('start-failed', error);
  dialog.showErrorBox('Shopbell cannot start', error instanceof Error ? error.message : String(error));
  app.exit(1);
});
