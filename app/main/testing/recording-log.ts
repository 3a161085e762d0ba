import type { Log } from '../log.ts';

/** A log that keeps its events in memory. */
export function recordingLog(): Log & { readonly events: readonly string[] } {
  const events: string[] = [];
  return { events, info: (event) => events.push(event), warn: (event) => events.push(event) };
}
