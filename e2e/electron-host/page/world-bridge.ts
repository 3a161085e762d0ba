import { pack, packError, unpack, type Lending, type Packed } from './packing.ts';

export type World = 'page' | 'preload';

type Call = { readonly id: string; readonly args: readonly Packed[] };
type Outcome = { readonly ok: boolean; readonly value: Packed };
type Settled = Outcome & { readonly id: string };
type Exposed = { readonly key: string; readonly api: Packed };

/**
 * Electron's context bridge between the page's world and the preload's: each side calls the other synchronously through
 * events whose `detail` Chromium clones from world to world. `secret` keeps the page from guessing the events' names.
 */
export function openWorldBridge(secret: string, me: World): { expose(key: string, api: unknown): void } {
  const other: World = me === 'page' ? 'preload' : 'page';
  const fire = window.dispatchEvent.bind(window);
  const functions = new Map<string, (...args: unknown[]) => unknown>();
  const promises = new Map<string, { resolve: (value: unknown) => void; reject: (reason: unknown) => void }>();
  let sequence = 0;
  const returned: Outcome[] = [];

  const tell = (what: string, detail: unknown) => fire(new CustomEvent(secret + other + what, { detail }));
  const hear = <T>(what: string, listener: (detail: T) => void) =>
    window.addEventListener(secret + me + what, (event) => {
      if (event instanceof CustomEvent) listener(event.detail);
    });
  const settle = (id: string, outcome: Outcome) => tell('settled', { id, ...outcome } satisfies Settled);

  const lending: Lending = {
    lendFunction: (fn) => {
      const id = `${me}${++sequence}`;
      functions.set(id, fn);
      return id;
    },
    lendPromise: (promise) => {
      const id = `${me}${++sequence}`;
      promise.then(
        (value) => settle(id, { ok: true, value: pack(value, lending) }),
        (reason: unknown) => settle(id, { ok: false, value: packError(reason) }),
      );
      return id;
    },
    borrowFunction:
      (id) =>
      (...args) => {
        tell('call', { id, args: args.map((arg) => pack(arg, lending)) } satisfies Call);
        const outcome = returned.pop();
        if (!outcome) throw new Error('The other side of the context bridge is gone.');
        const value = unpack(outcome.value, lending);
        if (!outcome.ok) throw value;
        return value;
      },
    borrowPromise: (id) => new Promise((resolve, reject) => promises.set(id, { resolve, reject })),
  };
  const answer = ({ id, args }: Call): Outcome => {
    try {
      const value = functions.get(id)?.(...args.map((arg) => unpack(arg, lending)));
      return { ok: true, value: pack(value, lending) };
    } catch (error) {
      return { ok: false, value: packError(error) };
    }
  };

  hear<Call>('call', (call) => tell('return', answer(call)));
  hear<Outcome>('return', (outcome) => returned.push(outcome));
  hear<Settled>('settled', ({ id, ok, value }) => {
    const promise = promises.get(id);
    promises.delete(id);
    if (ok) promise?.resolve(unpack(value, lending));
    else promise?.reject(unpack(value, lending));
  });
  hear<Exposed>('expose', ({ key, api }) => {
    const value = freezeDeep(unpack(api, lending));
    Object.defineProperty(window, key, { value, writable: false, configurable: false, enumerable: true });
  });
  return { expose: (key, api) => tell('expose', { key, api: pack(api, lending) } satisfies Exposed) };
}

function freezeDeep(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  for (const member of Object.values(value)) freezeDeep(member);
  return Object.freeze(value);
}
