import { BRIDGE_KEY, type Bridge } from '../contract/bridge.ts';
import { openBrowserBridge } from './browser/browser-bridge.ts';
import { openTabSignals } from './browser/tab-signals.ts';
import { openWebNotices } from './browser/web-notices.ts';

type Page = Window & typeof globalThis & { readonly [BRIDGE_KEY]?: Bridge };

/** The bridge that the shell put on the page, or, in a browser tab, one made of the browser itself. */
export function findBridge(page: Page): { readonly bridge: Bridge; readonly kind: 'electron' | 'browser' } {
  const shell = page[BRIDGE_KEY];
  if (shell) return { bridge: shell, kind: 'electron' };
  const signals = openTabSignals(page);
  const bridge = openBrowserBridge({
    fetch: page.fetch.bind(page),
    base: '',
    storage: page.localStorage,
    notify: openWebNotices(page, signals.openOrder),
    signals,
    appVersion: import.meta.env['SHOPBELL_VERSION'] ?? '',
    userAgent: page.navigator.userAgent,
  });
  return { bridge, kind: 'browser' };
}
