/** A value on its way across the context bridge. Functions and promises stay where they are and travel as names. */
export type Packed =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'list'; readonly items: readonly Packed[] }
  | { readonly kind: 'object'; readonly members: readonly (readonly [string, Packed])[] }
  | { readonly kind: 'error'; readonly name: string; readonly message: string }
  | { readonly kind: 'function' | 'promise'; readonly id: string };

/** How a side lends its own functions and promises, and uses the other side's. */
export type Lending = {
  lendFunction(fn: (...args: unknown[]) => unknown): string;
  lendPromise(promise: Promise<unknown>): string;
  borrowFunction(id: string): (...args: unknown[]) => unknown;
  borrowPromise(id: string): Promise<unknown>;
};

export function packError(error: unknown): Packed {
  return error instanceof Error
    ? { kind: 'error', name: error.name, message: error.message }
    : { kind: 'error', name: 'Error', message: String(error) };
}

/** Throws TypeError for a symbol, as Electron's bridge does. */
export function pack(value: unknown, lending: Lending): Packed {
  if (typeof value === 'symbol') throw new TypeError('Symbols cannot be sent over the context bridge');
  if (typeof value === 'function') {
    return { kind: 'function', id: lending.lendFunction((...args) => Reflect.apply(value, undefined, args)) };
  }
  if (value instanceof Promise) return { kind: 'promise', id: lending.lendPromise(value) };
  if (value instanceof Error) return packError(value);
  if (Array.isArray(value)) return { kind: 'list', items: value.map((item) => pack(item, lending)) };
  if (typeof value === 'object' && value !== null && Object.prototype.toString.call(value) === '[object Object]') {
    return { kind: 'object', members: Object.entries(value).map(([key, member]) => [key, pack(member, lending)]) };
  }
  return { kind: 'value', value };
}

export function unpack(packed: Packed, lending: Lending): unknown {
  switch (packed.kind) {
    case 'value':
      return packed.value;
    case 'list':
      return packed.items.map((item) => unpack(item, lending));
    case 'object':
      return Object.fromEntries(packed.members.map(([key, member]) => [key, unpack(member, lending)]));
    case 'error':
      return Object.assign(new Error(packed.message), { name: packed.name });
    case 'function':
      return lending.borrowFunction(packed.id);
    case 'promise':
      return lending.borrowPromise(packed.id);
  }
}
