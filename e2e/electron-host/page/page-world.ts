import { openWorldBridge } from './world-bridge.ts';

/** What a page asked to open; the host hands it to the app's `setWindowOpenHandler`. */
export type OpenRequest = { readonly url: string; readonly frameName: string; readonly features: string };

/**
 * Runs in the page's own world before any script of the page. `window.open` and links to other windows ask main and open
 * nothing: closing a popup that two debuggers hold is a race, and every popup of Shopbell is denied anyway.
 */
export function startPageWorld(secret: string): void {
  if (window.top !== window) return;
  openWorldBridge(secret, 'page');
  const fire = window.dispatchEvent.bind(window);
  const ask = (url: string, frameName: string, features: string) => {
    const detail: OpenRequest = { url: new URL(url || 'about:blank', document.baseURI).href, frameName, features };
    fire(new CustomEvent(`${secret}open`, { detail }));
  };
  window.open = (url, name, features) => {
    ask(String(url ?? ''), name ?? '', features ?? '');
    return null;
  };
  const onClick = (event: MouseEvent) => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement && node.href !== '');
    if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented) return;
    const elsewhere = link.target !== '' && !/^_(self|top|parent)$/i.test(link.target);
    if (elsewhere || event.ctrlKey || event.metaKey || event.shiftKey || event.button === 1) {
      event.preventDefault();
      ask(link.href, link.target, '');
    }
  };
  window.addEventListener('click', onClick);
  window.addEventListener('auxclick', onClick);
}
