import { EventEmitter } from 'node:events';

/** Names that Node, promises and module loaders ask of any object; they answer undefined instead of throwing. */
const ASKED_OF_ANYTHING = new Set(['then', 'toJSON', 'default', '__esModule', 'domain']);

/** Refuses a part of Electron's API that this test host does not offer: a spec must never pass on an invented answer. */
export function notOffered(name: string): never {
  throw new Error(`electron-host: ${name} is not implemented; run this on real Electron or extend the host`);
}

/** `target`, except that reading a member it does not have throws instead of being `undefined`. */
export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get: (object, key) =>
      key in object || typeof key === 'symbol' || ASKED_OF_ANYTHING.has(key)
        ? Reflect.get(object, key, object)
        : notOffered(`${name}.${key}`),
  });
}

/** An event emitter of Electron's API. Its unknown members throw, also for classes that extend it. */
export class StrictEmitter extends EventEmitter {
  constructor(name: string) {
    super();
    this.setMaxListeners(0);
    return strict(name, this);
  }
}
