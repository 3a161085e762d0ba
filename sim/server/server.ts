import { startApplyChanges } from '../../sync-server/flows/apply-changes/apply-changes.ts';
import type { Clock } from '../../sync-server/flows/clock.ts';
import { startDeliverMessages } from '../../sync-server/flows/deliver-messages/deliver-messages.ts';
import type { Flow } from '../../sync-server/flows/flow.ts';
import { startQueueMessages } from '../../sync-server/flows/queue-messages/queue-messages.ts';
import { startOverIfRestored } from '../../sync-server/flows/restored.ts';
import type { ShopDatabases } from '../../sync-server/hub/hub.ts';
import { type Intake, openIntake } from '../../sync-server/intake/intake.ts';
import type { Mailer } from '../../sync-server/messages/mailer.ts';
import type { Break } from '../breaks/break.ts';
import type { Random } from '../random.ts';
import type { VirtualTime } from '../time/virtual-time.ts';
import { createMortalPorts, type MortalPorts } from './mortal-ports.ts';

/** One sync-server: the three flows and intake, started, killed and started again. */
export type Server = {
  readonly name: string;
  alive(): boolean;
  start(): void;
  /** Kill it now, wherever it is. */
  kill(): void;
  /** Kill it at its `calls`-th call of the hub from now. */
  killAt(calls: number, when: 'before' | 'after'): void;
  /** Call off a killing that has not come yet. */
  spare(): void;
  /** The open door for stores; null while it is dead. */
  intake(): Intake | null;
};

type Parts = {
  readonly name: string;
  readonly shop: string;
  readonly real: ShopDatabases;
  readonly mailer: Mailer;
  readonly time: VirtualTime;
  readonly random: Random;
  readonly hubUp: () => boolean;
  readonly loss: () => number;
  readonly note: (what: string) => void;
  readonly fault: Break | null;
};

type Running = { readonly ports: MortalPorts; readonly flows: Flow[]; readonly intake: Intake };

const LOOK_AGAIN_MS = 500;

/** A server that is not running yet. */
export function createServer(parts: Parts): Server {
  const { name, shop, time, random, note, fault } = parts;
  const clock: Clock = {
    now: () => time.now(),
    sleep: (ms, signal) => time.sleep(ms, signal),
    random: () => random.next(),
  };
  let running: Running | null = null;

  /** As the server does at its start: first see whether the hub was set back, then let the flows run. */
  async function begin(mine: Running, databases: ShopDatabases): Promise<void> {
    const log = { warn: (fields: object, text: string) => note(`warns ${text} ${JSON.stringify(fields)}`) };
    for (let looked = false; running === mine && !looked;) {
      looked = await startOverIfRestored(databases).then(
        () => true,
        () => time.sleep(LOOK_AGAIN_MS).then(() => false),
      );
    }
    if (running !== mine) return;
    const mailer = fault?.mailer?.(parts.mailer) ?? parts.mailer;
    const deps = { shop, databases, clock, log, mailer, mailFrom: null, worker: name };
    mine.flows.push(startApplyChanges(deps), startQueueMessages(deps), startDeliverMessages(deps));
  }

  function died(): void {
    note('is killed');
    for (const flow of running?.flows ?? []) void flow.close();
    running = null;
  }

  return {
    name,
    alive: () => running !== null,
    start() {
      if (running) return;
      note('starts');
      const ports = createMortalPorts(parts);
      const intake = openIntake({ shop, databases: () => ports.databases, now: () => time.now() });
      running = { ports, flows: [], intake };
      void begin(running, fault?.ports?.(ports.databases) ?? ports.databases);
    },
    kill() {
      running?.ports.kill();
      if (running) died();
    },
    killAt: (calls, when) => running?.ports.dieAt(calls, when, died),
    spare: () => running?.ports.spare(),
    intake: () => running?.intake ?? null,
  };
}
