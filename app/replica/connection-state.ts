import { BehaviorSubject, type Observable, Subject } from 'rxjs';
import type { HubFault } from './hub-fault.ts';
import type { Connection, Rebuilding } from './replica.ts';

/** What can be in trouble on its own: a feed of the hub, the way up, or this computer's own disk. */
export type Street = 'orders' | 'facts' | 'changes' | 'store';

type Trouble = { readonly state: 'offline' | 'trouble' | 'unpaired'; readonly reason: string };

/** Keeps one honest state out of the fortunes of all streets. */
export type ConnectionState = {
  readonly current$: Observable<Connection>;
  current(): Connection;
  /** Emits when the orders' street works again after it did not. */
  readonly recovered$: Observable<void>;
  good(street: Street): void;
  /** Nothing is asked of this street any more; the hub was not heard. */
  calm(street: Street): void;
  bad(street: Street, fault: HubFault): void;
  /** This computer could not read or write its own copy. */
  storeFailed(): void;
  caughtUp(): void;
  /** How many documents of the orders' feed are still to come. */
  toCome(count: number): void;
  /** The local copy is being read anew from the start, or is whole again. */
  rebuilding(cause: Rebuilding | null): void;
  /** Ids of documents that could not be read were left out, or came whole after all. */
  skipped(ids: readonly string[]): void;
  readable(ids: readonly string[]): void;
  close(): void;
};

const RANK = ['unpaired', 'offline', 'trouble'] as const;

/** @param now UTC ms. */
export function openConnectionState(now: () => number): ConnectionState {
  const start: Connection = { state: 'connecting', reason: '', hubSeenAt: null, caughtUp: false };
  const current$ = new BehaviorSubject(start);
  const recovered$ = new Subject<void>();
  const troubles = new Map<Street, Trouble>();
  let rebuilding: Rebuilding | null = null;
  let toCome = 0;
  const leftOut = new Set<string>();

  function show(change: Partial<Connection>): void {
    const before = current$.value;
    const worst = RANK.flatMap((state) => [...troubles.values()].filter((trouble) => trouble.state === state))[0];
    const hubSeenAt = change.hubSeenAt ?? before.hubSeenAt;
    const calm = hubSeenAt === null ? 'connecting' : 'online';
    current$.next({
      state: worst?.state ?? calm,
      reason: worst?.reason ?? '',
      hubSeenAt,
      caughtUp: change.caughtUp ?? before.caughtUp,
      ...(toCome > 0 ? { toCome } : {}),
      ...(rebuilding ? { rebuilding } : {}),
      ...(leftOut.size > 0 ? { skipped: leftOut.size } : {}),
    });
  }

  return {
    current$: current$.asObservable(),
    current: () => current$.value,
    recovered$: recovered$.asObservable(),
    good(street) {
      const wasBad = troubles.delete(street);
      show({ hubSeenAt: now() });
      if (wasBad && street === 'orders') recovered$.next();
    },
    calm(street) {
      if (troubles.delete(street)) show({});
    },
    bad(street, fault) {
      if (fault.code === 'dropped') return;
      troubles.set(street, troubleOf(fault));
      show({});
    },
    storeFailed() {
      troubles.set('store', { state: 'trouble', reason: 'not-stored' });
      show({});
    },
    caughtUp() {
      if (!current$.value.caughtUp) show({ caughtUp: true });
    },
    rebuilding(cause) {
      if (rebuilding === cause) return;
      rebuilding = cause;
      show({});
    },
    toCome(count) {
      if (toCome === count) return;
      toCome = count;
      show({});
    },
    skipped(ids) {
      for (const id of ids) leftOut.add(id);
      if (ids.length > 0) show({});
    },
    readable(ids) {
      if (leftOut.size > 0 && ids.filter((id) => leftOut.delete(id)).length > 0) show({});
    },
    close() {
      current$.complete();
      recovered$.complete();
    },
  };
}

function troubleOf(fault: HubFault): Trouble {
  if (fault.fromHub && (fault.status === 401 || fault.status === 403)) return { state: 'unpaired', reason: fault.code };
  const silent = fault.code === 'unreachable' || fault.code === 'timeout';
  return { state: silent ? 'offline' : 'trouble', reason: fault.code };
}
