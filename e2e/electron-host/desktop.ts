import type { Dialog, PowerSaveBlocker, Rectangle, Screen, Shell } from 'electron';
import { StrictEmitter, notOffered, strict } from './strict.ts';

const WORK_AREA: Rectangle = { x: 0, y: 0, width: 1920, height: 1040 };

/** The parts of Electron that reach out to the desktop. There is none here: they keep state, or refuse until a spec stubs them. */
export function desktopApi() {
  const blockers = new Set<number>();
  let blocked = 0;
  const powerSaveBlocker: Pick<PowerSaveBlocker, 'start' | 'stop' | 'isStarted'> = {
    start: () => {
      blockers.add(++blocked);
      return blocked;
    },
    stop: (id) => blockers.delete(id),
    isStarted: (id) => blockers.has(id),
  };
  const shell: Pick<Shell, 'openExternal' | 'beep'> = {
    openExternal: async () => notOffered('shell.openExternal without a stub in the spec'),
    beep: () => {},
  };
  const dialog: Pick<Dialog, 'showMessageBox' | 'showErrorBox'> = {
    showErrorBox: (title, content) => void process.stderr.write(`${title}: ${content}\n`),
    showMessageBox: async () => notOffered('dialog.showMessageBox without a stub in the spec'),
  };
  const display = { id: 1, bounds: { ...WORK_AREA, height: 1080 }, workArea: WORK_AREA, scaleFactor: 1 };
  return {
    powerSaveBlocker: strict('powerSaveBlocker', powerSaveBlocker),
    powerMonitor: new StrictEmitter('powerMonitor'),
    shell: strict('shell', shell),
    dialog: strict('dialog', dialog),
    screen: strict('screen', { getAllDisplays: () => [display] } satisfies Record<
      keyof Pick<Screen, 'getAllDisplays'>,
      unknown
    >),
  };
}
