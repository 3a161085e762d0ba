/** Texts kept for later: over reloads where the browser allows it, else as long as the page. Never throws. */
export type KeptText = {
  get(key: string): string | null;
  set(key: string, text: string): void;
  remove(key: string): void;
};

/**
 * Keep texts in the browser's storage, with a copy in memory for a browser that forbids or fills it.
 * @param storage asked each time, because merely naming `localStorage` throws where it is forbidden.
 */
export function keepTexts(storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): KeptText {
  const memory = new Map<string, string>();
  const stored = <T>(act: (there: ReturnType<typeof storage>) => T, otherwise: () => T): T => {
    try {
      return act(storage());
    } catch {
      return otherwise();
    }
  };
  return {
    get: (key) =>
      memory.get(key) ??
      stored(
        (there) => there.getItem(key),
        () => null,
      ),
    set: (key, text) =>
      stored(
        (there) => {
          there.setItem(key, text);
          memory.delete(key);
        },
        () => void memory.set(key, text),
      ),
    remove: (key) => {
      memory.delete(key);
      stored(
        (there) => there.removeItem(key),
        () => undefined,
      );
    },
  };
}

/** The value of a JSON text, or null when it is damaged: what was kept is never trusted. */
export function jsonOrNull(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
