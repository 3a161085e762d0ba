import { createStore, type StoreApi } from 'zustand';
import { ShopbellError } from '../../../domain/errors.ts';
import type { Bridge } from '../../contract/bridge.ts';
import type { Identity, PairFault, PairRequest } from '../../contract/identity.ts';
import type { TabOwner } from '../browser/own-tab.ts';
import type { App } from '../live/app.ts';

/**
 *   checking ─▶ other-tab ─▶ (use it here) ─▶ checking
 *      │  └───▶ pairing ─▶ opening ─▶ ready ─▶ moved (another tab took over)
 *      └──────────────────────┘ └───▶ failed ─▶ (try again) ─▶ checking
 */
export type SessionState =
  | { readonly at: 'checking' | 'other-tab' | 'pairing' | 'opening' | 'moved' }
  | { readonly at: 'failed'; readonly code: string }
  | { readonly at: 'ready'; readonly app: App };

/** A running app and the way to end it: everything closed, nothing lost. */
export type OpenedApp = { readonly app: App; readonly close: () => Promise<void> };

export type SessionParts = {
  readonly bridge: Pick<Bridge, 'identity' | 'pair'>;
  readonly owner: TabOwner;
  readonly openApp: (identity: Identity, session: Session) => Promise<OpenedApp>;
};

export type Session = {
  readonly state: StoreApi<SessionState>;
  readonly begin: () => Promise<void>;
  readonly takeOver: () => Promise<void>;
  /** Resolves with the fault, or null when paired. */
  readonly pair: (request: PairRequest) => Promise<PairFault | null>;
  readonly pairAgain: () => Promise<void>;
};

/** From opening the page to a running app: owner of the profile, identity, replica, in this order. */
export function createSession({ bridge, owner, openApp }: SessionParts): Session {
  const state = createStore<SessionState>()(() => ({ at: 'checking' }));
  const to = (next: SessionState) => state.setState(next, true);
  let opened: OpenedApp | null = null;

  const end = async () => {
    const ending = opened;
    opened = null;
    await ending?.close();
  };
  const open = async (identity: Identity) => {
    to({ at: 'opening' });
    opened = await openApp(identity, session);
    to({ at: 'ready', app: opened.app });
  };
  const identify = async () => {
    to({ at: 'checking' });
    const identity = await bridge.identity();
    if (identity) await open(identity);
    else to({ at: 'pairing' });
  };
  const orFail = async (run: () => Promise<void>) => {
    try {
      await run();
    } catch (fault) {
      // Whatever it was, the person gets a sentence and a way to try again.
      to({ at: 'failed', code: fault instanceof ShopbellError ? fault.code : 'unforeseen' });
    }
  };

  owner.onLost(async () => {
    to({ at: 'moved' });
    await end();
  });

  const session: Session = {
    state,
    begin: () =>
      orFail(async () => {
        to({ at: 'checking' });
        if (await owner.claim()) await identify();
        else to({ at: 'other-tab' });
      }),
    takeOver: () =>
      orFail(async () => {
        to({ at: 'checking' });
        await owner.takeOver();
        await identify();
      }),
    pair: async (request) => {
      const result = await bridge.pair(request);
      if (!result.ok) return result.fault;
      await orFail(() => open(result.identity));
      return null;
    },
    pairAgain: async () => {
      to({ at: 'pairing' });
      await end();
    },
  };
  return session;
}
