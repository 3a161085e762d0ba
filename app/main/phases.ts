/** One step of the start. `at-once` runs before Electron is ready, in the same turn; `ready` after it. */
export type Phase = {
  readonly name: string;
  readonly when: 'at-once' | 'ready';
  /** `stop` ends the start: no later phase runs, and the app is on its way out. */
  readonly run: () => void | 'stop' | Promise<void>;
};

/**
 * Run the phases in their order. Those `at-once` run before this function returns, because Electron takes scheme
 * privileges and the sandbox only before it is ready. Rejects with the first fault of a later phase.
 */
export async function runPhases(phases: readonly Phase[], ready: () => Promise<unknown>): Promise<void> {
  for (const phase of phases) {
    if (phase.when === 'at-once' && phase.run() === 'stop') return;
  }
  await ready();
  for (const phase of phases) {
    if (phase.when === 'ready' && (await phase.run()) === 'stop') return;
  }
}
