import type { BrowserWindowConstructorOptions } from 'electron';
import type { Events } from '../contract/channels.ts';
import { START_URL } from './page-origin.ts';
import { MINIMUM_SIZE, type Bounds, type WindowPlace } from './window-bounds.ts';

/** The one window. Every safety setting is said although some are Electron's defaults: a default can change. */
export function windowOptions(
  preload: string,
  bounds: Partial<Bounds>,
  devTools: boolean,
): BrowserWindowConstructorOptions {
  return {
    ...bounds,
    minWidth: MINIMUM_SIZE.width,
    minHeight: MINIMUM_SIZE.height,
    show: false,
    title: 'Shopbell',
    autoHideMenuBar: true,
    backgroundColor: '#ffffff',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      // The alarm must ring from a hidden window, before anybody touched it.
      backgroundThrottling: false,
      autoplayPolicy: 'no-user-gesture-required',
      devTools,
    },
  };
}

type Options = {
  /** False while the app is on its way out: then the window may close. */
  readonly stays: () => boolean;
  /** Where there is no tray a hidden window could not be found again, so it is minimised. */
  readonly canHide: () => boolean;
  readonly savePlace: (place: WindowPlace) => void;
};

/** The part of Electron's `BrowserWindow` that is kept open. */
export type Kept = {
  once(event: 'ready-to-show', listener: () => void): unknown;
  on(event: 'close', listener: (event: { preventDefault(): void }) => void): unknown;
  readonly webContents: { send(channel: string, payload: unknown): void };
  loadURL(url: string): Promise<void>;
  show(): void;
  hide(): void;
  focus(): void;
  minimize(): void;
  restore(): void;
  isMinimized(): boolean;
  isMaximized(): boolean;
  getNormalBounds(): Bounds;
};

export type MainWindow<W extends Kept> = {
  load(): Promise<void>;
  /** Bring it before the person, whatever state it is in. */
  show(): void;
  send<E extends keyof Events>(event: E, payload: Events[E]): void;
  readonly browserWindow: W;
};

/** Closing the window hides it: the Register goes on listening, and ringing. */
export function keepMainWindow<W extends Kept>(window: W, { stays, canHide, savePlace }: Options): MainWindow<W> {
  const show = () => {
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  };
  window.once('ready-to-show', show);
  window.on('close', (event) => {
    savePlace({ bounds: window.getNormalBounds(), maximized: window.isMaximized() });
    if (!stays()) return;
    event.preventDefault();
    if (canHide()) window.hide();
    else window.minimize();
  });
  return {
    load: () => window.loadURL(START_URL),
    show,
    send: (event, payload) => window.webContents.send(event, payload),
    browserWindow: window,
  };
}
