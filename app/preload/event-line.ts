export type EventLine<T> = {
  readonly tell: (payload: T) => void;
  /** Returns the unsubscribe function. */
  readonly listen: (listener: (payload: T) => void) => () => void;
};

/** Passes events on to whoever listens. `keep-last`: what came while nobody did waits for the first who does. */
export function openEventLine<T>(unheard: 'keep-last' | 'drop'): EventLine<T> {
  const listeners = new Set<(payload: T) => void>();
  let kept: { readonly payload: T } | null = null;
  return {
    tell: (payload) => {
      if (listeners.size === 0 && unheard === 'keep-last') kept = { payload };
      for (const listener of listeners) listener(payload);
    },
    listen: (listener) => {
      listeners.add(listener);
      if (kept) listener(kept.payload);
      kept = null;
      return () => listeners.delete(listener);
    },
  };
}
