import type { FlowState } from '../flows/flow.ts';
import type { Hub, ShopDatabases } from '../hub/hub.ts';
import { codeOf } from '../http/problem.ts';
import type { MessageJob } from '../messages/message-job.ts';

/** What `/health` tells. No address, name or secret is in it. */
export type Health = {
  readonly status: 'ok' | 'unwell';
  readonly reasons: readonly string[];
  readonly shopbell: string;
  readonly node: string;
  /** This start's own name; a second copy on the same data folder knows the first by it. */
  readonly instance: string;
  readonly uptimeSeconds: number;
  readonly hub: {
    readonly kind: Hub['kind'];
    readonly state: 'ready' | 'unreachable';
    readonly version: string | null;
    readonly error: string | null;
  };
  readonly mail: 'smtp' | 'outbox';
  readonly flows: readonly (FlowState & { readonly lag: number | null })[];
  readonly queues: { readonly changes: number | null; readonly messages: number | null };
};

export type HealthDeps = {
  readonly version: string;
  readonly instance: string;
  readonly mail: Health['mail'];
  readonly link: {
    readonly hub: () => Hub;
    readonly databases: () => ShopDatabases | null;
    readonly lastError: () => string | null;
  };
  readonly flows: () => readonly FlowState[];
};

/** A flow that failed so often in a row is worth a person's look. */
const FAILING = 3;
const PATIENCE_MS = 4000;
const MOST_COUNTED = 1000;

/** Ask around how everything is. Takes at most some seconds, also when the hub does not answer. */
export async function readHealth(deps: HealthDeps): Promise<Health> {
  const hub = deps.link.hub();
  const databases = deps.link.databases();
  const [version, changes, orders, messages] = await Promise.all([
    ask(hub.version()),
    ask(databases && lag(databases, 'apply-changes', 'changes')),
    ask(databases && lag(databases, 'queue-messages', 'orders')),
    ask(databases && openMessages(databases)),
  ]);
  const error = version.error ?? changes.error ?? orders.error ?? messages.error ?? deps.link.lastError();
  const lags: Record<string, number | null> = {
    'apply-changes': changes.value,
    'queue-messages': orders.value,
    'deliver-messages': messages.value,
  };
  const flows = deps.flows().map((flow) => ({ ...flow, lag: lags[flow.name] ?? null }));
  const reasons = [
    ...(error ? [`The hub cannot be used just now (${error}); it is tried again by itself.`] : []),
    ...flows
      .filter((flow) => flow.failures >= FAILING)
      .map((flow) => `${flow.name} failed ${flow.failures} times in a row (${flow.lastError}).`),
  ];
  return {
    status: reasons.length ? 'unwell' : 'ok',
    reasons,
    shopbell: deps.version,
    node: process.versions.node,
    instance: deps.instance,
    uptimeSeconds: Math.round(process.uptime()),
    hub: { kind: hub.kind, state: error ? 'unreachable' : 'ready', version: version.value, error },
    mail: deps.mail,
    flows,
    queues: { changes: changes.value, messages: messages.value },
  };
}

type Asked<T> = { readonly value: T | null; readonly error: string | null };

async function ask<T>(question: Promise<T> | null): Promise<Asked<T>> {
  if (question === null) return { value: null, error: null };
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(Object.assign(new Error('no answer in time'), { code: 'hub-unreachable' })),
      PATIENCE_MS,
    );
  });
  try {
    return { value: await Promise.race([question, patience]), error: null };
  } catch (error) {
    return { value: null, error: codeOf(error) };
  } finally {
    clearTimeout(timer);
  }
}

/** How many steps of its feed a flow has not settled yet, by its durable cursor. */
async function lag(databases: ShopDatabases, flow: string, follows: 'changes' | 'orders'): Promise<number> {
  const cursor = await databases.hub.get<{ id: string; since: string }>(`cursor:${flow}`);
  const feed = await databases[follows].changes(cursor?.since ?? '0', { limit: 1 });
  return feed.changes.length + feed.pending;
}

async function openMessages({ messages }: ShopDatabases): Promise<number> {
  return (await messages.find<MessageJob>({ due: { $gte: '0' } }, ['due'], MOST_COUNTED)).length;
}
