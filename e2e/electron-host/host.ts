import type { Browser, Switches } from './chromium.ts';
import type { LaunchFacts } from './launch-facts.ts';
import type { HostSession } from './session.ts';
import { createSchemes, type Schemes } from './schemes.ts';

type Invoked = (event: object, ...args: unknown[]) => unknown;

/** A window as `app.quit()` needs it. */
export type OpenWindow = { tryClose(): Promise<boolean> };

/** What the parts of the host share: one per process, made in `boot.ts` and handed to each. */
export type Host = {
  readonly facts: LaunchFacts;
  readonly switches: Switches;
  readonly schemes: Schemes;
  readonly session: HostSession;
  readonly invokeHandlers: Map<string, Invoked>;
  readonly windows: Set<OpenWindow>;
  /** The running Chromium. Throws before the app is ready, as Electron's own parts do. */
  browser(): Browser;
  /** Set once, when Chromium is there. */
  setBrowser(browser: Browser): void;
  isReady(): boolean;
  /** Called when the last window has closed without the app quitting. */
  readonly onLastWindowClosed: { run: () => void };
};

export function createHost(facts: LaunchFacts, session: (schemes: Schemes) => HostSession): Host {
  const schemes = createSchemes();
  let running: Browser | null = null;
  return {
    facts,
    switches: facts.switches,
    schemes,
    session: session(schemes),
    invokeHandlers: new Map(),
    windows: new Set(),
    browser: () => {
      if (!running) throw new Error('electron-host: not before the app is ready');
      return running;
    },
    setBrowser: (browser) => {
      running = browser;
    },
    isReady: () => running !== null,
    onLastWindowClosed: { run: () => {} },
  };
}
