import type { Bridge } from '../../contract/bridge.ts';
import type { Identity, PairFault, PairResult } from '../../contract/identity.ts';
import type { NoticeResult, ShellNotice } from '../../contract/notice.ts';
import { createIdentityCache, readIdentity } from './identity-cache.ts';
import { openTabWitness } from './tab-witness.ts';
import type { TabSignals } from './tab-signals.ts';

/** What the browser bridge stands on; the page hands in the real ones, tests their own. */
export type BrowserParts = {
  readonly fetch: typeof fetch;
  /** What stands before every address: empty in the page, whose server is its own origin. */
  readonly base: string;
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly notify: (notice: ShellNotice) => Promise<NoticeResult>;
  readonly signals: TabSignals;
  readonly appVersion: string;
  readonly userAgent: string;
};

/** Longest wait for the server, ms, before the register opens with what it remembers. */
const PATIENCE = 5_000;

/**
 * The bridge of a browser tab: the sync-server stands in for the shell. The hub password lives in an HttpOnly cookie;
 * this page never sees it. The identity is remembered, so that the register opens with the server away.
 */
export function openBrowserBridge(parts: BrowserParts): Bridge {
  const cache = createIdentityCache(parts.storage);
  const ask = (path: string, init: RequestInit = {}) =>
    parts.fetch(`${parts.base}${path}`, {
      credentials: 'same-origin',
      signal: AbortSignal.timeout(PATIENCE),
      ...init,
    });

  const identity = async (): Promise<Identity | null> => {
    const remembered = cache.read();
    const asked = ask('/api/registers/me')
      .then(async (answer) => {
        if (answer.status === 401 || answer.status === 204) return null;
        const known = answer.ok ? readIdentity(await answer.json()) : null;
        if (known) cache.write(known);
        return known ?? remembered;
      })
      .catch(() => remembered);
    // A register that was paired opens at once; whether the server still knows it is the connection's to say.
    return remembered ?? asked;
  };

  return {
    identity,
    pair: async (request) => {
      const result = await pair(ask, JSON.stringify(request));
      if (result.ok) cache.write(result.identity);
      return result;
    },
    hubAccess: async () => ({ url: `${parts.base}/db` }),
    notify: parts.notify,
    signal: async (signal) => parts.signals.show(signal),
    // A tab has no beep of its own; the banner and the title say it.
    beep: async () => {},
    info: async () => ({
      kind: 'browser',
      appVersion: parts.appVersion,
      shell: parts.userAgent,
      platform: 'browser',
    }),
    journal: null,
    witness: openTabWitness(parts.storage),
    onOpenOrder: parts.signals.onOpenOrder,
    onWake: parts.signals.onWake,
  };
}

type Ask = (path: string, init?: RequestInit) => Promise<Response>;

async function pair(ask: Ask, body: string): Promise<PairResult> {
  try {
    const answer = await ask('/api/registers', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const said: unknown = await answer.json().catch(() => null);
    if (!answer.ok) return { ok: false, fault: faultOf(answer.status, said) };
    const identity = readIdentity((said as { identity?: unknown } | null)?.identity);
    return identity ? { ok: true, identity } : { ok: false, fault: 'server-unreachable' };
  } catch {
    return { ok: false, fault: 'server-unreachable' };
  }
}

const FAULTS: readonly string[] = [
  'code-wrong',
  'name-missing',
  'too-many-tries',
  'cannot-keep-secret',
] satisfies PairFault[];

function faultOf(status: number, said: unknown): PairFault {
  const code = (said as { code?: unknown } | null)?.code;
  if (typeof code === 'string' && FAULTS.includes(code)) return code as PairFault;
  if (status === 401 || status === 403) return 'code-wrong';
  if (status === 429) return 'too-many-tries';
  return status === 400 || status === 422 ? 'name-missing' : 'server-unreachable';
}
