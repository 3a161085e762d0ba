const WINDOW_MS = 60_000;
const AT_ONCE = 3;
const PAUSE_MS = 30_000;

type Crashing = {
  on(event: 'render-process-gone', listener: (event: unknown, details: { reason: string }) => void): unknown;
};
type Recovery = {
  readonly reload: () => void;
  readonly now: () => number;
  readonly later: (run: () => void, ms: number) => void;
  readonly onCrash: (reason: string) => void;
};

/**
 * Load the page anew when its process died: at once the first three times within a minute, then after half a minute each, so that
 * a page that cannot start does not keep the computer busy, and a Register is never left blank.
 */
export function recoverFromCrashes(contents: Crashing, { reload, now, later, onCrash }: Recovery): void {
  let crashes: number[] = [];
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    onCrash(reason);
    crashes = [...crashes.filter((at) => now() - at < WINDOW_MS), now()];
    if (crashes.length <= AT_ONCE) reload();
    else later(reload, PAUSE_MS);
  });
}
