import { step, heal } from './actions.ts';
import type { Break } from './breaks/break.ts';
import {
  actsSettledOnce,
  everyoneTold,
  everythingRang,
  queuesEmpty,
  registersEqualHub,
  type Verdict,
} from './oracles/at-the-end.ts';
import { historyTellsAll } from './oracles/replay-history.ts';
import { checkStep } from './oracles/every-step.ts';
import { createRandom } from './random.ts';
import { maybeSetBack } from './set-back.ts';
import { takeOver } from './time/take-over.ts';
import { Violation } from './violation.ts';
import { createWorld, type World } from './world.ts';

/** How a run went. `violation` is the first broken promise; `trace` the last events before its end. */
export type Run = {
  readonly seed: number;
  readonly violation: Violation | null;
  readonly digest: string;
  readonly trace: readonly string[];
  readonly counts: { readonly orders: number; readonly acts: number; readonly mails: number; readonly rings: number };
};

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** Until then all must be equal and no queue left: several times the longest pause between tries, a minute. */
const CALM_MS = 10 * MINUTE;
/** Until then every message must be told: the longest wait before another attempt after a day of faults. */
const TOLD_MS = 5 * 60 * MINUTE;

export type RunOptions = {
  readonly steps: number;
  /** A defect put back on purpose. */
  readonly fault?: Break;
  /** How many of the latest events to keep; 120 unless told. */
  readonly keep?: number;
};

/** Run one world for some steps, heal it, and hold it to every promise. Never rejects; one at a time in a process. */
export async function runSeed(seed: number, { steps, fault, keep = 120 }: RunOptions): Promise<Run> {
  const world = await createWorld(seed, fault ?? null, keep);
  const giveBack = takeOver(world.time, createRandom(seed, 'rxdb'));
  const unheard = (reason: unknown): void => world.ledger.broken('f', `nobody handled ${describe(reason)}`);
  process.on('unhandledRejection', unheard);
  process.on('uncaughtException', unheard);
  let violation: Violation | null = null;
  try {
    await live(world, steps);
  } catch (error) {
    violation = error instanceof Violation ? error : new Violation('f', describe(error));
  }
  await end(world);
  process.off('unhandledRejection', unheard);
  process.off('uncaughtException', unheard);
  giveBack();
  const rings = world.registers.reduce((sum, register) => sum + register.rings.size, 0);
  const counts = {
    orders: world.store.taken.size,
    acts: world.ledger.accepted.size,
    mails: world.mailbox.mails.length,
    rings,
  };
  return { seed, violation, digest: world.trace.digest(), trace: world.trace.last(), counts };
}

async function live(world: World, steps: number): Promise<void> {
  for (const server of world.servers) server.start();
  for (const register of world.registers) register.start();
  await world.time.advance(SECOND);
  for (let done = 0; done < steps; done += 1) {
    await maybeSetBack(world, done);
    await step(world);
    checkStep(world);
  }
  heal(world);
  const { queues, told } = {
    queues: [queuesEmpty, actsSettledOnce, registersEqualHub, everythingRang, historyTellsAll],
    told: [everyoneTold],
  };
  await become(world, queues, CALM_MS);
  await become(world, [...told, ...queues], TOLD_MS);
}

type Oracle = (world: World) => Verdict | Promise<Verdict>;

/** Let time pass until every oracle is content. @throws Violation what the first of them still lacks after `ms`. */
async function become(world: World, oracles: readonly Oracle[], ms: number): Promise<void> {
  const end = world.time.now() + ms;
  for (let pause = SECOND; ; pause = Math.min(2 * pause, 5 * MINUTE)) {
    await world.time.advance(pause);
    checkStep(world);
    world.store.repeat(false);
    const verdict = await firstLack(world, oracles);
    if (!verdict) return;
    if (world.time.now() >= end) throw verdict;
  }
}

async function firstLack(world: World, oracles: readonly Oracle[]): Promise<Verdict> {
  for (const oracle of oracles) {
    const asked = Promise.resolve(oracle(world));
    await world.time.advance(20);
    const verdict = await asked;
    if (verdict) return verdict;
  }
  return null;
}

/** Frees what a process keeps of a world. */
async function end({ registers, servers, time }: World): Promise<void> {
  for (const register of registers) register.kill();
  for (const server of servers) server.kill();
  await time.advance(SECOND).catch(() => undefined);
}

const describe = (thrown: unknown): string =>
  thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
