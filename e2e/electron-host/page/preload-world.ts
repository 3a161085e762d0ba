import { decode } from '../codec.ts';
import { createRendererIpc, type ToMain } from './renderer-ipc.ts';
import type { OpenRequest } from './page-world.ts';
import { openWorldBridge } from './world-bridge.ts';

export type PreloadFacts = {
  readonly secret: string;
  /** Name of the binding through which this world speaks to the host. */
  readonly binding: string;
  readonly platform: string;
  readonly versions: Readonly<Record<string, string>>;
};
type Preload = (require: (id: string) => unknown, process: object, module: object, exports: object) => void;

/** What the host calls in this world. */
export type PreloadWorld = {
  dispatch(channel: string, args: string): void;
  settle(id: number, ok: boolean, text: string): void;
};

/** Runs the preload in its isolated world, with the modules that Electron gives a sandboxed preload and no others. */
export function startPreloadWorld(facts: PreloadFacts, file: string, preload: Preload): void {
  if (window.top !== window) return;
  const native: unknown = Reflect.get(globalThis, facts.binding);
  Reflect.deleteProperty(globalThis, facts.binding);
  const tellMain = (message: ToMain) => {
    if (typeof native === 'function') native(JSON.stringify(message));
  };
  const bridge = openWorldBridge(facts.secret, 'preload');
  const ipc = createRendererIpc(tellMain);
  const exposed = new Set<string>();
  const contextBridge = {
    exposeInMainWorld: (key: string, api: unknown) => {
      if (exposed.has(key)) throw new Error('Cannot bind an API on top of an existing property on the window object');
      exposed.add(key);
      bridge.expose(key, api);
    },
  };
  window.addEventListener(`${facts.secret}open`, (event) => {
    if (event instanceof CustomEvent) tellMain({ type: 'open', ...(event.detail as OpenRequest) });
  });
  const world: PreloadWorld = {
    dispatch: (channel, args) => ipc.dispatch(channel, decode(args)),
    settle: (id, ok, text) => ipc.settle(id, ok, ok ? decode(text) : text),
  };
  Object.defineProperty(globalThis, '__electronHost', { value: world });
  const require = (id: string) => {
    if (id === 'electron' || id === 'electron/renderer') return { contextBridge, ipcRenderer: ipc.api };
    throw new Error(`module not found: ${id}`);
  };
  const process = Object.freeze({
    type: 'renderer',
    platform: facts.platform,
    versions: facts.versions,
    sandboxed: true,
    contextIsolated: true,
  });
  const module = { exports: {} };
  try {
    preload(require, process, module, module.exports);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    tellMain({ type: 'preload-error', file, message });
  }
}
