import type { BrowserWindowConstructorOptions } from 'electron';
import type { CdpSession } from './cdp.ts';
import type { Host } from './host.ts';

type Contents = { markDestroyed(): void };
type Page = { readonly session: CdpSession; readonly targetId: string };

/** Chromium's pages and which `webContents` each belongs to. */
export type Targets<C extends Contents = Contents> = {
  create(options: BrowserWindowConstructorOptions, contents: C): Promise<Page>;
  find(targetId: string): C | null;
  close(page: Page): Promise<void>;
};

export function createTargets<C extends Contents>(host: Host): Targets<C> & { watch(): Promise<void> } {
  const owners = new Map<string, C>();
  const attached = new Map<string, CdpSession>();
  const awaited = new Map<string, (session: CdpSession) => void>();

  const onAttached = (targetId: string, session: CdpSession) => {
    const waiting = awaited.get(targetId);
    awaited.delete(targetId);
    if (waiting) waiting(session);
    else attached.set(targetId, session);
  };
  return {
    watch: async () => {
      const { root, session } = host.browser().cdp;
      root.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
        const target = session(sessionId);
        // A target gone by now needs no start.
        target.send('Runtime.runIfWaitingForDebugger').catch(() => {});
        if (targetInfo.type === 'page') onAttached(targetInfo.targetId, target);
      });
      root.on('Target.targetDestroyed', ({ targetId }) => {
        owners.get(targetId)?.markDestroyed();
        owners.delete(targetId);
      });
      await root.send('Target.setDiscoverTargets', { discover: true });
      await root.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true });
    },
    create: async ({ width = 800, height = 600 }, contents) => {
      const { targetId } = await host
        .browser()
        .cdp.root.send('Target.createTarget', { url: 'about:blank', newWindow: true, width, height });
      owners.set(targetId, contents);
      const early = attached.get(targetId);
      attached.delete(targetId);
      const session = early ?? (await new Promise<CdpSession>((resolve) => awaited.set(targetId, resolve)));
      return { session, targetId };
    },
    find: (targetId) => owners.get(targetId) ?? null,
    close: async ({ targetId }) => {
      owners.get(targetId)?.markDestroyed();
      owners.delete(targetId);
      // The browser may be closing already; then the page goes with it.
      await host
        .browser()
        .cdp.root.send('Target.closeTarget', { targetId })
        .catch(() => {});
    },
  };
}
