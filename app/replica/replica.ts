import type { Act, Change } from '../../domain/change.ts';
import type { Channel } from '../../domain/axes.ts';
import type { StatusLabel } from '../../domain/label.ts';
import type { OrderView } from '../../domain/pending.ts';
import type { CourierFact, Product, RegisterFact, ShopProfile, StaffMember } from '../../domain/shop.ts';
import type { VerdictCode } from '../../domain/verdict.ts';
import type { Observable } from 'rxjs';

/** Which orders a list asks for. Newest first always; `search` and `statuses` empty mean all. */
export type OrderQuery = {
  readonly channel: Channel | 'all';
  readonly statuses: readonly StatusLabel[];
  readonly search: string;
  readonly limit: number;
};

/** One page of a list: the newest `limit` orders that match, and how many match in all. */
export type OrderPage = { readonly rows: readonly OrderView[]; readonly total: number };

/** `hub`: the hub was restored from an older backup or replaced. `copy`: the local copy was damaged. */
export type Rebuilding = 'hub' | 'copy';

/** The state of the line to the hub, for the screen that must not lie about it. */
export type Connection = {
  readonly state: 'connecting' | 'online' | 'offline' | 'trouble' | 'unpaired';
  /** A code for the reason of `offline`, `trouble` or `unpaired`; empty otherwise: `unreachable`, `timeout`, `bad-answer`, `http-503`, … */
  readonly reason: string;
  /** UTC ms of the last good answer from the hub; null if none since start. */
  readonly hubSeenAt: number | null;
  /** True once the first pull after start has brought everything the hub had. */
  readonly caughtUp: boolean;
  /** How many of the hub's documents could not be read and were left out. Absent when none was. */
  readonly skipped?: number;
  /** Why the local copy is being read anew from the start of the hub's feed. Absent when it is not. */
  readonly rebuilding?: Rebuilding;
};

/** A change of this register that is not settled yet, or was refused. */
export type WaitingChange = {
  readonly change: Change;
  /** `queued` still here; `sent` at the hub, verdict not back; `refused` parked for a person. */
  readonly state: 'queued' | 'sent' | 'refused';
  readonly code: VerdictCode | null;
  /** The hub's own words for a refusal; empty otherwise. */
  readonly reason: string;
  /** The order's number, when known here. */
  readonly orderNumber: string;
};

/** What the alarm is about right now. */
export type AlarmView = {
  /** Orders that ring here: not acknowledged by anyone, this register's own unsent acknowledgements counted in. Oldest first. */
  readonly ringing: readonly OrderView[];
  /** Orders that ring and were never announced at this register before. Call `announced` once they were. */
  readonly unannounced: readonly OrderView[];
  /** True when `unannounced` was found at the first catch-up after start: announce them once, in one summary. */
  readonly whileClosed: boolean;
};

/** Everything the register knows of its shop beside orders. Null parts have not arrived yet. */
export type ShopFacts = {
  readonly profile: ShopProfile | null;
  readonly staff: readonly StaffMember[];
  readonly couriers: readonly CourierFact[];
  readonly products: readonly Product[];
  readonly registers: readonly RegisterFact[];
};

/**
 * The local copy of the shop, and the queue of this register's changes. All reads are live and answer from disk and
 * memory, online or not. Observables emit at once on subscribe, then on every change; they never error.
 */
export type Replica = {
  orders(query: OrderQuery): Observable<OrderPage>;
  order(id: string): Observable<OrderView | null>;
  /** How many online orders still ring or are Paid and untouched: the badge on the Online tab. */
  newOrders(): Observable<number>;
  /**
   * Orders on which two acts contradict each other, newest first. One decided here stays, with `needsDecision` false, until
   * the hub has settled the decision.
   */
  decisions(): Observable<readonly OrderView[]>;
  alarm(): Observable<AlarmView>;
  /** Remember, durably, that these orders were announced at this register. */
  announced(orderIds: readonly string[]): Promise<void>;
  /** Oldest first; `refused` ones stay until discarded. */
  waiting(): Observable<readonly WaitingChange[]>;
  connection(): Observable<Connection>;
  facts(): Observable<ShopFacts>;
  /**
   * Do something: writes the change to disk, which *is* queueing it, and resolves when it is stored (with a journal: when the
   * journal has it). The overlay shows it at once.
   * @throws ShopbellError `not-saved` when it could not be stored, `malformed` when it is not whole, `receipt-used` when a
   * sale's receipt number is taken here; then nothing happened.
   */
  act(act: Act, staff: { id: string; name: string }): Promise<Change>;
  /**
   * Make a refused change anew, in the name of the person who made it, on top of what is seen now, and take the refused one
   * off the list. Resolves with the new change once it is stored.
   * @throws ShopbellError `not-refused` when it is not on the list as refused, or what `act` throws; then it stays there.
   */
  sendAgain(changeId: string): Promise<Change>;
  /** The next receipt number of this register: `R1-000013`. Counts stored and waiting sales. */
  nextReceipt(): Promise<string>;
  /** Take a refused change off the list: a person has read the reason. */
  discard(changeId: string): Promise<void>;
  /** Drop whatever connection stands and connect again now (wake, network back, a person's tap). */
  reconnect(): void;
  close(): Promise<void>;
};
