import { codeOf } from '../http/problem.ts';
import { backoffMs } from './backoff.ts';
import { type Clock, isoNow } from './clock.ts';

/** How a flow stands, for `/health`. */
export type FlowState = {
  readonly name: string;
  /** Failures in a row; 0 means it works. */
  readonly failures: number;
  readonly lastError: string | null;
  /** UTC ISO of the last step that went well. */
  readonly lastSuccess: string | null;
};

export type Flow = {
  state(): FlowState;
  /** Lets the step under way finish, starts no other; resolves when it has ended. */
  close(): Promise<void>;
};

/** Where a flow writes what went wrong: codes, never contents. */
export type FlowLog = { warn(fields: object, text: string): void };

/**
 * Run `step` again and again until closed. A step waits for news by itself and ends early when `signal` does. A step that
 * throws is noted and tried again after a back-off: no error ever ends a flow.
 *
 *   working ── throws ──▶ failing ── back-off ──▶ working        close() from anywhere ──▶ ended
 */
export function startFlow(
  name: string,
  step: (signal: AbortSignal) => Promise<void>,
  { clock, log }: { readonly clock: Clock; readonly log: FlowLog },
): Flow {
  const stop = new AbortController();
  let state: FlowState = { name, failures: 0, lastError: null, lastSuccess: null };

  const once = async (): Promise<void> => {
    try {
      await step(stop.signal);
      state = { ...state, failures: 0, lastError: null, lastSuccess: isoNow(clock) };
    } catch (error) {
      if (stop.signal.aborted) return;
      state = { ...state, failures: state.failures + 1, lastError: codeOf(error) };
      log.warn({ flow: name, code: state.lastError, failures: state.failures }, 'a flow failed and tries again');
      await clock.sleep(backoffMs(state.failures, clock.random()), stop.signal);
    }
  };
  const run = async (): Promise<void> => {
    while (!stop.signal.aborted) await once();
  };
  const ended = run();

  return {
    state: () => state,
    close: async () => {
      stop.abort();
      await ended;
    },
  };
}
