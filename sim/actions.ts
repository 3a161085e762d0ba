import { jsonError, drawFault } from './net/line-faults.ts';
import type { World } from './world.ts';

/** Something that may happen at a step. */
type Action = { readonly weight: number; readonly name: string; readonly run: (world: World) => void };

const any = (world: World) => world.random.pick(world.registers);
const anyServer = (world: World) => world.random.pick(world.servers);
const side = (world: World): 'before' | 'after' => (world.random.chance(0.5) ? 'before' : 'after');

/** A person's doing ends on its own; what goes wrong in it is the program's fault. */
function spawn(world: World, doing: Promise<void>): void {
  doing.catch((error: unknown) => world.ledger.broken('f', `an act threw ${String(error)}`));
}

const ACTIONS: readonly Action[] = [
  { weight: 22, name: 'order', run: ({ store }) => store.order(1) },
  { weight: 3, name: 'order twice', run: ({ store }) => store.order(2) },
  { weight: 1, name: 'order ten times', run: ({ store }) => store.order(10) },
  { weight: 4, name: 'repeat posts', run: ({ store, random }) => store.repeat(random.chance(0.3)) },
  { weight: 80, name: 'work', run: (world) => spawn(world, world.staff.work(any(world))) },
  { weight: 3, name: 'discard', run: (world) => spawn(world, world.staff.discard(any(world))) },
  { weight: 8, name: 'partition', run: (world) => partition(world) },
  { weight: 10, name: 'mend line', run: (world) => any(world).link.partition(true, true) },
  { weight: 4, name: 'line trouble', run: (world) => any(world).link.trouble(world.random.pick([0, 0.05, 0.3])) },
  { weight: 5, name: 'one fault', run: (world) => any(world).link.play(drawFault(world.random), '') },
  { weight: 5, name: 'lost answer', run: (world) => any(world).link.play({ kind: 'lose-answer' }, '_bulk_docs') },
  { weight: 4, name: 'error on poll', run: (world) => any(world).link.play(jsonError(503), 'feed=longpoll') },
  { weight: 3, name: 'network back', run: (world) => any(world).replica()?.reconnect() },
  { weight: 3, name: 'kill register', run: (world) => any(world).kill() },
  { weight: 4, name: 'kill register at write', run: (world) => any(world).killAt(world.random.int(1, 8), side(world)) },
  { weight: 12, name: 'start registers', run: ({ registers }) => registers.forEach((each) => each.start()) },
  { weight: 3, name: 'kill server', run: (world) => anyServer(world).kill() },
  {
    weight: 6,
    name: 'kill server at call',
    run: (world) => anyServer(world).killAt(world.random.int(1, 25), side(world)),
  },
  { weight: 14, name: 'start servers', run: ({ servers }) => servers.forEach((each) => each.start()) },
  { weight: 2, name: 'hub down', run: ({ weather }) => void (weather.hubUp = false) },
  { weight: 10, name: 'hub up', run: ({ weather }) => void (weather.hubUp = true) },
  {
    weight: 2,
    name: 'port trouble',
    run: ({ weather, random }) => void (weather.portLoss = random.pick([0, 0.02, 0.1])),
  },
  { weight: 3, name: 'mail trouble', run: ({ mailbox, random }) => mailbox.trouble(random.pick([0, 0.1, 0.6])) },
  { weight: 1, name: 'odd documents', run: (world) => oddDocuments(world) },
];

const CHOICES = ACTIONS.map((action) => [action.weight, action] as const);

/** Let one thing happen and some time pass. */
export async function step(world: World): Promise<void> {
  const { random, trace, time } = world;
  const action = random.weighted(CHOICES);
  trace.note('world', action.name);
  action.run(world);
  const ms = random.weighted([
    [60, () => random.int(10, 600)],
    [35, () => random.int(600, 4_000)],
    [5, () => random.int(4_000, 40_000)],
    [0.3, () => random.int(60_000, 900_000)],
  ])();
  await time.advance(ms);
}

function partition(world: World): void {
  const [up, down] = world.random.pick([
    [false, false],
    [true, false],
    [false, true],
  ] as const);
  any(world).link.partition(up, down);
}

/** What should not be in the hub and is: an order nobody can read, a change that is none, a design document. */
function oddDocuments({ databases, random }: World): void {
  const id = random.uuid();
  void databases.orders.put({ id: `o-odd-${id}`, type: 'order', shop: 'demo' });
  void databases.changes.put({ id: `c-odd-${id}`, type: 'change', kind: 'nonsense' });
}

/** Every fault ends: lines, hub and mail work, all programs run, and the store repeats what was not answered. */
export function heal(world: World): void {
  const { registers, servers, weather, mailbox, store, trace } = world;
  trace.note('world', 'heals');
  weather.hubUp = true;
  weather.portLoss = 0;
  mailbox.trouble(0);
  for (const server of servers) {
    server.spare();
    server.start();
  }
  for (const register of registers) {
    register.spare();
    register.link.heal();
    register.start();
  }
  store.repeat(false);
}
