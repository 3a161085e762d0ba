import { START_URL } from './page-origin.ts';

type Preventable = { preventDefault(): void };
type Navigation = Preventable & { readonly url: string; readonly isMainFrame: boolean };

/** The part of Electron's `webContents` that the guard needs. */
export type Guarded = {
  on(event: 'will-frame-navigate', listener: (navigation: Navigation) => void): unknown;
  on(event: 'will-redirect', listener: (event: Preventable) => void): unknown;
  on(event: 'will-attach-webview', listener: (event: Preventable) => void): unknown;
  setWindowOpenHandler(handler: (details: { url: string }) => { action: 'deny' }): void;
};

/** A page stays where it is: it may load itself anew and nothing else. New windows are links to outside, or nothing. */
export function guardNavigation(contents: Guarded, openOutside: (url: string) => void): void {
  contents.on('will-frame-navigate', (navigation) => {
    const loadsItself = navigation.isMainFrame && navigation.url.replace(/#.*$/s, '') === START_URL;
    if (!loadsItself) navigation.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url);
    return { action: 'deny' };
  });
}
