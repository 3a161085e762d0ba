import { encode } from '../codec.ts';
import type { OpenRequest } from './page-world.ts';

/** Messages from the page's process to the host, as JSON through one DevTools binding. */
export type ToMain =
  | { readonly type: 'invoke'; readonly id: number; readonly channel: string; readonly args: string }
  | ({ readonly type: 'open' } & OpenRequest)
  | { readonly type: 'preload-error'; readonly file: string; readonly message: string };

type Listener = (event: object, ...args: unknown[]) => void;

/** Electron's `ipcRenderer` as far as the preload uses it: `invoke`, `on`, `off`. No synchronous calls, no ports. */
export function createRendererIpc(tellMain: (message: ToMain) => void) {
  const listeners = new Map<string, Set<Listener>>();
  const invoked = new Map<number, { resolve: (value: unknown) => void; reject: (reason: Error) => void }>();
  let sequence = 0;
  const api = {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = ++sequence;
        const text = encode(args);
        invoked.set(id, { resolve, reject });
        tellMain({ type: 'invoke', id, channel, args: text });
      }),
    on: (channel: string, listener: Listener) => {
      const known = listeners.get(channel) ?? new Set();
      listeners.set(channel, known.add(listener));
      return api;
    },
    off: (channel: string, listener: Listener) => {
      listeners.get(channel)?.delete(listener);
      return api;
    },
  };
  return {
    api,
    dispatch: (channel: string, args: unknown) => {
      for (const listener of listeners.get(channel) ?? []) listener({}, ...(Array.isArray(args) ? args : []));
    },
    settle: (id: number, ok: boolean, value: unknown) => {
      const waiting = invoked.get(id);
      invoked.delete(id);
      if (ok) waiting?.resolve(value);
      else waiting?.reject(new Error(String(value)));
    },
  };
}
