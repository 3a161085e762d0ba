import { Subscription } from 'rxjs';
import type { Act, StaffRef } from '../domain/change.ts';
import { openReplica } from '../app/replica/open-replica.ts';
import type { AlarmView, Connection, Replica, WaitingChange } from '../app/replica/replica.ts';
import type { Break } from './breaks/break.ts';
import { createDisk } from './disk.ts';
import type { Ledger } from './ledger.ts';
import type { Link } from './net/link.ts';
import type { Random } from './random.ts';
import type { VirtualTime } from './time/virtual-time.ts';

/** One register: a computer whose program is started, used, killed and started again. */
export type Register = {
  readonly id: string;
  readonly link: Link;
  /** The program, null while it is not running. */
  replica(): Replica | null;
  start(): void;
  kill(): void;
  /** Kill it at its `writes`-th write to its disk from now. */
  killAt(writes: number, when: 'before' | 'after'): void;
  /** Call off a killing that has not come yet. */
  spare(): void;
  /** Do something at it; what the person is told goes into the ledger. Nothing happens while it is not running. */
  act(act: Act, staff: StaffRef): Promise<void>;
  /** What its screen shows of unsettled changes; null while it shows nothing yet. */
  waiting(): readonly WaitingChange[] | null;
  connection(): Connection | null;
  /** How often it rang for each order. */
  readonly rings: ReadonlyMap<string, number>;
};

export type RegisterParts = {
  readonly number: number;
  /** A name that no other world in this process has. */
  readonly name: string;
  readonly shop: string;
  readonly link: Link;
  readonly time: VirtualTime;
  readonly random: Random;
  /** How far this computer's clock is off, ms. */
  readonly skew: number;
  readonly ledger: Ledger;
  readonly note: (what: string) => void;
  readonly fault: Break | null;
};

type Run = { replica: Replica | null; dead: boolean; readonly shown: Subscription; readonly announced: Set<string> };

export const registerId = (number: number): string => `reg-${number}`;

/** A register whose program is not running yet. */
export function createRegister(parts: RegisterParts): Register {
  const { number, shop, link, time, random, ledger, note, skew, fault } = parts;
  const id = registerId(number);
  const disk = createDisk();
  const rings = new Map<string, number>();
  const remembered = new Set<string>();
  let run: Run | null = null;
  let starts = 0;
  let waiting: readonly WaitingChange[] | null = null;
  let connection: Connection | null = null;

  function newId(): string {
    const uuid = random.uuid();
    ledger.given.add(`c-${uuid}`);
    return uuid;
  }

  function end(mine: Run): void {
    mine.dead = true;
    mine.shown.unsubscribe();
    if (run === mine) {
      waiting = null;
      connection = null;
    }
    // Frees what RxDB keeps of it in this process; its hands are off the disk and the line is dropped.
    void mine.replica?.close().catch((error: unknown) => note(`did not close: ${String(error)}`));
  }

  async function open(mine: Run): Promise<void> {
    const outside = { fetch: link.fetch, timers: time, newId };
    const name = `${parts.name}-${(starts += 1)}`;
    const replica = await openReplica({
      ...(fault?.outside?.(outside) ?? outside),
      storage: disk.plugIn(),
      name,
      hubUrl: 'http://hub.invalid',
      shop,
      register: { id, name: `Counter ${number}`, code: `R${number}` },
      now: () => time.now() + skew,
      random: () => random.next(),
    });
    mine.replica = replica;
    if (mine.dead) return end(mine);
    note('is open');
    mine.shown.add(replica.waiting().subscribe((rows) => (waiting = rows)));
    mine.shown.add(replica.connection().subscribe((state) => (connection = state)));
    mine.shown.add(replica.alarm().subscribe((view) => announce(mine, replica, view)));
  }

  /** As the page does: ring once while it is open, and have the replica remember it. */
  function announce(mine: Run, replica: Replica, view: AlarmView): void {
    const fresh = view.unannounced.map(({ order }) => order.id).filter((order) => !mine.announced.has(order));
    if (fresh.length === 0) return;
    for (const order of fresh) {
      mine.announced.add(order);
      rings.set(order, (rings.get(order) ?? 0) + 1);
      note(`rings for ${order}`);
      if (remembered.has(order)) ledger.broken('d', `${id} rang again for ${order}`);
    }
    replica.announced(fresh).then(
      () => {
        if (!mine.dead) for (const order of fresh) remembered.add(order);
      },
      () => note('could not remember what it announced'),
    );
  }

  function kill(): void {
    if (!run) return;
    note('is killed');
    disk.unplug();
    const mine = run;
    end(mine);
    run = null;
  }

  return {
    id,
    link,
    rings,
    replica: () => run?.replica ?? null,
    start() {
      if (run) return;
      note('starts');
      const mine: Run = { replica: null, dead: false, shown: new Subscription(), announced: new Set() };
      run = mine;
      open(mine).catch((error: unknown) => ledger.broken('f', `${id} did not open: ${String(error)}`));
    },
    kill() {
      if (run?.replica) kill();
    },
    killAt(writes, when) {
      if (run?.replica) disk.dieAt(writes, when, kill);
    },
    spare: () => disk.spare(),
    async act(act, staff) {
      const mine = run;
      if (!mine?.replica) return;
      try {
        const change = await mine.replica.act(act, staff);
        if (mine.dead) return;
        ledger.accepted.set(change.id, { register: id, change });
        note(`accepts ${change.kind} ${change.id} on ${change.orderId}`);
      } catch (error) {
        if (mine.dead) return;
        note(`refuses ${act.kind}: ${String(error)}`);
      }
    },
    waiting: () => waiting,
    connection: () => connection,
  };
}
