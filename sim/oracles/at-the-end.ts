import { isDeepStrictEqual } from 'node:util';
import { firstValueFrom } from 'rxjs';
import { messagesEarned } from '../../domain/message.ts';
import { type HistoryEntry, isAct } from '../../domain/history.ts';
import type { Order } from '../../domain/order.ts';
import type { Stored } from '../../sync-server/hub/hub.ts';
import type { MessageJob } from '../../sync-server/messages/message-job.ts';
import type { Register } from '../register.ts';
import { Violation } from '../violation.ts';
import type { World } from '../world.ts';

/** What is not yet as it must be, or null. */
export type Verdict = Violation | null;

async function orders({ databases }: World): Promise<Stored<Order>[]> {
  const all = await databases.orders.list<Order>('');
  return all.filter((doc) => doc.type === 'order' && Array.isArray(doc.history));
}

/** (c) Nothing waits at any register, and every post is answered. */
export function queuesEmpty({ registers, store }: World): Verdict {
  const open = store.open();
  if (open.length > 0) return new Violation('c', `${open.length} posts are not taken, first ${open[0]}`);
  for (const register of registers) {
    const waiting = register.waiting();
    if (!waiting) return new Violation('c', `${register.id} shows no list`);
    const stuck = waiting.find((row) => row.state !== 'refused');
    if (stuck)
      return new Violation('c', `${register.id} still has ${stuck.state} ${stuck.change.kind} ${stuck.change.id}`);
  }
  return null;
}

/** (a) Every accepted act is settled once, or refused in sight; no act stands at the hub that nobody made. */
export async function actsSettledOnce(world: World): Promise<Verdict> {
  const { ledger, registers, store } = world;
  const refused = new Set(registers.flatMap((each) => (each.waiting() ?? []).map((row) => row.change.id)));
  const entries = (await orders(world)).flatMap((order): readonly HistoryEntry[] => order.history).filter(isAct);
  const stranger = entries.find((entry) => !ledger.given.has(entry.id));
  if (stranger) return new Violation('a', `nobody made the act ${stranger.what} ${stranger.id}`);
  const online = (await orders(world)).filter((order) => order.channel === 'online');
  if (online.length !== store.taken.size)
    return new Violation('a', `${store.taken.size} orders were posted, the hub has ${online.length}`);
  for (const [id, { register, change }] of ledger.accepted) {
    if (ledger.settled.has(id) || refused.has(id) || ledger.discarded.has(id)) continue;
    return new Violation('a', `${change.kind} ${id} of ${register} is neither settled nor refused`);
  }
  return null;
}

/** (b) Every register shows exactly the hub's orders, connected and caught up. */
export async function registersEqualHub(world: World): Promise<Verdict> {
  const wanted = new Map((await orders(world)).map(({ _id, _rev, ...order }) => [_id, order]));
  for (const register of world.registers) {
    const found = await difference(register, wanted);
    if (found) return new Violation('b', `${register.id} ${found}`);
  }
  return null;
}

async function difference(register: Register, wanted: ReadonlyMap<string, Omit<Stored<Order>, '_id' | '_rev'>>) {
  const replica = register.replica();
  if (!replica) return 'is not open';
  const query = { channel: 'all', statuses: [], search: '', limit: 100_000 } as const;
  const page = await firstValueFrom(replica.orders(query));
  const shown = new Map(page.rows.map((view) => [view.order.id, view.order]));
  for (const [id, order] of wanted) {
    const here = shown.get(id);
    if (!here) return `has not got order ${id}`;
    if (!isDeepStrictEqual(here, order)) return `shows order ${id} otherwise than the hub`;
  }
  if (shown.size !== wanted.size) return `shows ${shown.size} orders, the hub has ${wanted.size}`;
  if (page.total !== wanted.size) return `counts ${page.total} orders, the hub has ${wanted.size}`;
  const { state, caughtUp } = register.connection() ?? {};
  return state === 'online' && caughtUp ? null : `says ${state}, caught up ${caughtUp}, on a line that works`;
}

/** (d) Whatever still rings has rung at every register. */
export async function everythingRang(world: World): Promise<Verdict> {
  for (const order of await orders(world)) {
    if (order.alarm.state !== 'ringing') continue;
    const silent = world.registers.find((register) => !register.rings.has(order.id));
    if (silent) return new Violation('d', `${silent.id} never rang for ${order.id}`);
  }
  return null;
}

/** (e) Every message earned went out once, or its order says why not, or a later message made it void. */
export async function everyoneTold(world: World): Promise<Verdict> {
  const { databases, mailbox } = world;
  const jobs = new Map((await databases.messages.list<MessageJob>('')).map((job) => [job.id, job]));
  for (const order of await orders(world)) {
    for (const { key } of messagesEarned(order)) {
      const job = jobs.get(key);
      if (!job) return new Violation('e', `nothing was made of the message ${key}`);
      if (job.due !== undefined) return new Violation('e', `the message ${key} is still ${job.state}`);
    }
  }
  for (const [key, job] of jobs) {
    if (job.state === 'dropped') continue;
    const order = await databases.orders.get<Order>(job.orderId);
    const shown = order?.messages.find((message) => message.key === key);
    if (shown?.state !== job.state)
      return new Violation('e', `order ${job.orderId} does not show ${key} as ${job.state}`);
    if (job.state === 'sent' && mailbox.accepted.get(key) !== 1)
      return new Violation('e', `${key} is shown as sent, but went out ${mailbox.accepted.get(key) ?? 0} times`);
  }
  const unknown = [...mailbox.accepted.keys()].find((key) => !jobs.has(key) || jobs.get(key)?.state === 'dropped');
  return unknown === undefined ? null : new Violation('e', `the mail ${unknown} went out though nobody was to be told`);
}
