type Coded = ['undefined'] | ['value', unknown] | ['date', number] | ['list', Coded[]] | ['object', [string, Coded][]];

/**
 * Text for a message between main and page, as DevTools bindings carry strings only. Carries what Shopbell's contract uses:
 * JSON values, undefined and dates. Throws `An object could not be cloned.` for what Electron could not send either,
 * and for the rest that structured clone knows and this host does not.
 */
export function encode(value: unknown): string {
  try {
    structuredClone(value);
  } catch {
    throw new Error('An object could not be cloned.');
  }
  return JSON.stringify(code(value));
}

export function decode(text: string): unknown {
  const coded: Coded = JSON.parse(text);
  return plain(coded);
}

function code(value: unknown): Coded {
  if (value === undefined) return ['undefined'];
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return ['value', value];
  if (typeof value === 'number' && Number.isFinite(value)) return ['value', value];
  if (value instanceof Date) return ['date', value.getTime()];
  if (Array.isArray(value)) return ['list', value.map(code)];
  if (typeof value === 'object' && Object.prototype.toString.call(value) === '[object Object]') {
    return ['object', Object.entries(value).map(([key, member]) => [key, code(member)])];
  }
  throw new Error(
    `An object could not be cloned. (electron-host does not carry ${Object.prototype.toString.call(value)})`,
  );
}

function plain(coded: Coded): unknown {
  switch (coded[0]) {
    case 'undefined':
      return undefined;
    case 'value':
      return coded[1];
    case 'date':
      return new Date(coded[1]);
    case 'list':
      return coded[1].map(plain);
    case 'object':
      return Object.fromEntries(coded[1].map(([key, member]) => [key, plain(member)]));
  }
}
