import { setNonce } from 'get-nonce';
import { createRoot } from 'react-dom/client';
import bellUrl from '../../resources/sounds/new-order.wav?url';
import { openTabOwner } from './browser/own-tab.ts';
import { startServiceWorker } from './browser/service-worker.ts';
import { openWords } from './i18n/open-words.ts';
import { findBridge } from './start-bridge.ts';
import { startReplica } from './start-replica.ts';
import { assembleApp } from './start/open-app.ts';
import { Root } from './start/root.tsx';
import { createSession } from './start/session.ts';

/** Start the page: bridge, session, screens. Returns when the first screen is on its way. */
export function startPage(page: Window & typeof globalThis, root: HTMLElement): void {
  const nonce = page.document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
  setNonce(nonce);
  const words = openWords();
  const { bridge, kind } = findBridge(page);
  const session = createSession({
    bridge,
    owner: openTabOwner(page),
    openApp: async (identity, { pairAgain }) => {
      const replica = await startReplica(identity, await bridge.hubAccess(), page, bridge);
      return assembleApp({
        bridge,
        identity,
        replica,
        bellUrl,
        t: words.t,
        pairAgain: () => void pairAgain(),
        page,
      });
    },
  });
  createRoot(root).render(<Root session={session} words={words} nonce={nonce} />);
  void session.begin();
  if (kind === 'browser') void startServiceWorker(page.navigator.serviceWorker);
}
