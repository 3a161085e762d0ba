// Packages that bring no types, as far as they are used here.

declare module 'pouchdb-adapter-leveldb' {
  const plugin: PouchDB.Plugin;
  export = plugin;
}

declare module 'leveldown' {
  type Done = (fault?: Error) => void;
  type KeyIterator = {
    next(callback: (fault: Error | null | undefined, key?: string, value?: string) => void): void;
    end(callback: Done): void;
  };
  type Level = {
    readonly location: string;
    readonly status: string;
    open(options: { createIfMissing: boolean }, callback: Done): void;
    close(callback: Done): void;
    get(key: string, options: { asBuffer: false }, callback: (fault: Error | null, value: string) => void): void;
    put(key: string, value: string, options: { sync: boolean }, callback: Done): void;
    iterator(range: { gt: string; lt: string; values: false; keyAsBuffer: false }): KeyIterator;
    _close(callback: Done): void;
    _put(key: unknown, value: unknown, options: object, callback: Done): void;
    _del(key: unknown, options: object, callback: Done): void;
    _batch(operations: unknown, options: object, callback: Done): void;
  };
  const leveldown: {
    (location: string): Level;
    destroy(location: string, callback: Done): void;
  };
  export = leveldown;
}
