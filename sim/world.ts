import type { ShopDatabases } from '../sync-server/hub/hub.ts';
import type { ShopProfile } from '../domain/shop.ts';
import type { Break } from './breaks/break.ts';
import { createCouchFace } from './hub/couch-face.ts';
import { createMemoryHub, type MemoryHub } from './hub/memory-hub.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { createMailbox, type Mailbox } from './mailbox.ts';
import { createLink } from './net/link.ts';
import { createRandom, type Random } from './random.ts';
import { createRegister, type Register, registerId } from './register.ts';
import { createServer, type Server } from './server/server.ts';
import { createStaff, type Staff } from './staff.ts';
import { createStore, type Store } from './store.ts';
import { createVirtualTime, type VirtualTime } from './time/virtual-time.ts';
import { createTrace, type Trace } from './trace.ts';

/** A shop, whole, in one process: registers, lines, hub, sync-servers, store, mail, staff. */
export type World = {
  readonly random: Random;
  readonly time: VirtualTime;
  readonly trace: Trace;
  readonly ledger: Ledger;
  readonly hub: MemoryHub;
  readonly databases: ShopDatabases;
  readonly registers: readonly Register[];
  readonly servers: readonly Server[];
  readonly store: Store;
  readonly staff: Staff;
  readonly mailbox: Mailbox;
  /** Whether the hub takes requests, and the share of the servers' calls whose answer is lost. */
  readonly weather: { hubUp: boolean; portLoss: number };
  /** In one world of four the hub is set back once, at one step, to a backup taken at another. */
  readonly past: {
    restore: (() => void) | null;
    setBack: boolean;
    readonly backupAt: number;
    readonly restoreAt: number;
  };
};

export const SHOP = 'demo';
const PROFILE: ShopProfile = {
  type: 'profile',
  id: 'profile',
  shop: SHOP,
  name: 'Kedai Contoh',
  email: 'shop@example.test',
  phone: '',
  address: '',
  currency: 'MYR',
  country: 'MY',
  locale: 'en-MY',
  taxRate: 0,
  shippingFee: 0,
};
const START = Date.UTC(2026, 2, 1, 2);
const DAY = 24 * 3_600_000;

/** A world as its seed wants it; nothing in it runs yet. `fault` is a defect put back on purpose; `keep` says how many events to keep for reading. */
export async function createWorld(seed: number, fault: Break | null, keep: number): Promise<World> {
  const time = createVirtualTime(START);
  const trace = createTrace(() => time.now(), keep);
  const ledger = createLedger();
  const random = createRandom(seed, 'world');
  const mayBeSetBack = seed % 4 === 1;
  const backupAt = mayBeSetBack ? random.int(20, 80) : -1;
  const past = { restore: null, setBack: false, backupAt, restoreAt: backupAt + random.int(10, 80) };
  const weather = { hubUp: true, portLoss: 0 };
  const hubUp = (): boolean => weather.hubUp;
  const noteAs = (who: string) => (what: string) => trace.note(who, what);

  const hub = createMemoryHub(time, (...write) => ledger.watch(...write));
  const databases = await hub.provision(SHOP);
  await databases.shop.put(PROFILE);
  const face = createCouchFace(hub, SHOP);

  const mailbox = createMailbox({
    kind: seed % 4 === 0 ? 'outbox' : 'smtp',
    time,
    random: createRandom(seed, 'mail'),
    note: noteAs('mail'),
    onAccepted: (key, times) => times > 1 && ledger.broken('e', `the mail ${key} went out ${times} times`),
  });

  // Some shops run two sync-servers on one hub.
  const servers = Array.from({ length: seed % 3 === 0 ? 2 : 1 }, (_, index) => {
    const name = `server-${index + 1}`;
    const parts = { name, shop: SHOP, real: databases, mailer: mailbox.mailer, time, hubUp, fault, note: noteAs(name) };
    return createServer({ ...parts, random: createRandom(seed, name), loss: () => weather.portLoss });
  });

  const registers = Array.from({ length: 3 }, (_, index) => {
    const number = index + 1;
    const user = registerId(number);
    const note = noteAs(user);
    const chance = createRandom(seed, `line of ${user}`);
    const link = createLink({ user, face, time, random: chance, hubUp, note });
    // One computer in five has a clock that is a day or more off.
    const skew = random.weighted([
      [8, 0],
      [1, DAY],
      [1, -DAY * 365],
    ] as const);
    return createRegister({
      number,
      name: `sim-${seed}-${user}`,
      shop: SHOP,
      link,
      time,
      random: createRandom(seed, user),
      skew,
      ledger,
      note,
      fault,
    });
  });

  const store = createStore({
    random: createRandom(seed, 'store'),
    intake: () => random.pick(servers).intake(),
    ledger,
    note: noteAs('store'),
  });
  const staff = createStaff(createRandom(seed, 'staff'), ledger);
  return { random, time, trace, ledger, hub, databases, registers, servers, store, staff, mailbox, weather, past };
}
