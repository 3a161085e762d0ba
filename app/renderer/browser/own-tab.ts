const LOCK = 'shopbell-register';
const CHANNEL = 'shopbell-register';

/** A reload's old page may hold the lock for a moment longer, ms. */
const RELOAD_GRACE = 1_000;
/** How long the other tab may take to let go, ms, before the register is taken from it. */
const LET_GO_GRACE = 4_000;

export type TabOwner = {
  /** Become the one tab of this browser profile. False: another tab is. */
  readonly claim: () => Promise<boolean>;
  /** Become it in any case: the other tab is asked to let go, then made to. */
  readonly takeOver: () => Promise<void>;
  /** Called when another tab takes over; what it returns is waited for before the other tab goes on. */
  readonly onLost: (listener: () => Promise<void>) => void;
};

/**
 * One owner per browser profile, by Web Locks: a crash or a closed tab frees it by itself. Browsers give Web Locks to
 * safe origins only (https or this very computer); elsewhere every tab may run, which the hub bears: a change counts
 * once by its id.
 */
export function openTabOwner(page: Window & typeof globalThis): TabOwner {
  const locks: LockManager | undefined = page.navigator.locks;
  const channel = 'BroadcastChannel' in page ? new page.BroadcastChannel(CHANNEL) : null;
  let lost = async () => {};
  let release: (() => void) | null = null;

  channel?.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.data === 'let-go' && release) void lost().finally(() => release?.());
  });

  const hold = (options: LockOptions) =>
    new Promise<boolean>((resolve) => {
      const held = () =>
        new Promise<void>((free) => {
          release = free;
          resolve(true);
        });
      locks?.request(LOCK, options, held).catch(() => {
        // Not got in time, or taken away by another tab.
        if (release) void lost();
        release = null;
        resolve(false);
      });
    });

  return {
    claim: async () => !locks || hold({ signal: AbortSignal.timeout(RELOAD_GRACE) }),
    takeOver: async () => {
      if (!locks) return;
      channel?.postMessage('let-go');
      if (!(await hold({ signal: AbortSignal.timeout(LET_GO_GRACE) }))) await hold({ steal: true });
    },
    onLost: (listener) => {
      lost = listener;
    },
  };
}
