import type { ShopFact } from '../../domain/shop.ts';
import { ShopbellError } from '../../domain/errors.ts';
import { backoffMs } from '../flows/backoff.ts';
import type { Clock } from '../flows/clock.ts';
import { startOverIfRestored } from '../flows/restored.ts';
import type { FlowLog } from '../flows/flow.ts';
import { codeOf } from '../http/problem.ts';
import type { Hub, ShopDatabases } from '../hub/hub.ts';

/** The way to the shop's databases: none until the hub was reached and made ready for the first time. */
export type ShopLink = {
  /**
   * Begin trying; resolves when the first try has ended, well or not, or, given `patienceMs`, when a later one went well
   * within that time.
   */
  start(hub: Hub, patienceMs?: number): Promise<void>;
  /** @throws ShopbellError `hub-unreachable` before `start`. */
  readonly hub: () => Hub;
  /** Null while there are none yet. */
  readonly databases: () => ShopDatabases | null;
  /** @throws ShopbellError `hub-unreachable` while there are none. */
  readonly needDatabases: () => ShopDatabases;
  /** Why there are none yet: a code; null once there are. */
  readonly lastError: () => string | null;
  close(): Promise<void>;
};

export type ShopLinkDeps = {
  readonly shop: string;
  /** What the shop database must hold at least; what is there already stays as it is. */
  readonly facts: readonly ShopFact[];
  readonly clock: Clock;
  readonly log: FlowLog;
  /** Called once, when the databases are there. */
  readonly onReady: (databases: ShopDatabases) => void;
};

const notYet = () =>
  new ShopbellError('hub-unreachable', 'The hub cannot be reached just now. It is tried again by itself.');

/** Make the hub ready for the shop, trying again with back-off for as long as it takes. */
export function openShopLink(deps: ShopLinkDeps): ShopLink {
  const stop = new AbortController();
  let hub: Hub | null = null;
  let databases: ShopDatabases | null = null;
  let lastError: string | null = null;
  let ended: Promise<void> = Promise.resolve();

  const once = async (to: Hub): Promise<void> => {
    try {
      const ready = await to.provision(deps.shop);
      await addMissingFacts(ready, deps.facts);
      if (await startOverIfRestored(ready))
        deps.log.warn({}, 'the hub was restored from an older state; the flows start over');
      databases = ready;
      lastError = null;
      if (!stop.signal.aborted) deps.onReady(ready);
    } catch (error) {
      lastError = codeOf(error);
      deps.log.warn({ code: lastError }, 'the hub cannot be reached; trying again by itself');
    }
  };
  const keepTrying = async (to: Hub, firstTry: Promise<void>): Promise<void> => {
    await firstTry;
    for (let failures = 1; !databases && !stop.signal.aborted; failures += 1) {
      await deps.clock.sleep(backoffMs(failures, deps.clock.random()), stop.signal);
      if (!stop.signal.aborted) await once(to);
    }
  };

  return {
    start: async (to, patienceMs = 0) => {
      hub = to;
      const firstTry = once(to);
      ended = keepTrying(to, firstTry);
      await firstTry;
      if (!databases) await Promise.race([ended, deps.clock.sleep(patienceMs, stop.signal)]);
    },
    hub: () => {
      if (hub) return hub;
      throw notYet();
    },
    databases: () => databases,
    needDatabases: () => {
      if (databases) return databases;
      throw notYet();
    },
    lastError: () => lastError,
    close: async () => {
      stop.abort();
      await ended;
    },
  };
}

/** Write the facts that are missing. A fact somebody has written meanwhile stays: the conflict is the answer. */
async function addMissingFacts({ shop }: ShopDatabases, facts: readonly ShopFact[]): Promise<void> {
  const found = await shop.getAll(facts.map((fact) => fact.id));
  const missing = facts.filter((_fact, index) => !found[index]);
  if (missing.length > 0) await shop.putAll(missing);
}
