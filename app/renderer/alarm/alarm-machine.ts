import type { OrderView } from '../../../domain/pending.ts';
import type { AlarmView } from '../../replica/replica.ts';

/**
 * What this page remembers of the alarm while it is open.
 *
 *   quiet ── an order rings ──▶ ringing ── another one rings ──▶ ringing (sounds at once again)
 *     ▲                            │
 *     └── nobody's order rings ────┘   only an acknowledgement, by anyone, leads here
 */
export type AlarmMemory = {
  /** Ids that ring. */
  readonly ringing: readonly string[];
  /** Ids announced by this page; the replica's durable memory may lag behind by a moment. */
  readonly announced: ReadonlySet<string>;
};

export const QUIET: AlarmMemory = { ringing: [], announced: new Set() };

/** What has to be done now. */
export type AlarmStep = {
  readonly memory: AlarmMemory;
  readonly sound: 'start' | 'again' | 'keep' | 'stop';
  /** Orders to announce, oldest first; each is announced once. */
  readonly announce: readonly OrderView[];
  /** True: one notice for all of them, because they came while Shopbell was closed. */
  readonly summary: boolean;
};

/** The next step of the alarm. Pure; the same view twice changes nothing the second time. */
export function alarmStep(memory: AlarmMemory, view: AlarmView): AlarmStep {
  const ringing = view.ringing.map((each) => each.order.id);
  const announce = view.unannounced.filter((each) => !memory.announced.has(each.order.id));
  return {
    memory: { ringing, announced: new Set([...memory.announced, ...announce.map((each) => each.order.id)]) },
    sound: soundFor(memory.ringing, ringing),
    announce,
    summary: view.whileClosed && announce.length > 0,
  };
}

function soundFor(before: readonly string[], now: readonly string[]): AlarmStep['sound'] {
  if (now.length === 0) return before.length === 0 ? 'keep' : 'stop';
  if (before.length === 0) return 'start';
  return now.some((id) => !before.includes(id)) ? 'again' : 'keep';
}
