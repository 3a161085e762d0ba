import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { strictJson } from './strict-json.ts';

const read = (text: string) => strictJson(new TextEncoder().encode(text));
const refused = expect.objectContaining({ status: 400, code: 'bad-json' });

describe('strict JSON', () => {
  test('reads whatever JSON.stringify writes', () => {
    const plain = fc
      .jsonValue({ maxDepth: 5 })
      .filter((value) => !/__proto__|constructor|prototype/.test(JSON.stringify(value)));
    fc.assert(
      fc.property(plain, (value) => {
        expect(read(JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test.each([
    ['nothing', ''],
    ['blanks', '  \n'],
    ['half an object', '{"a":'],
    ['a bare word', 'hello'],
    ['NaN', '{"a":NaN}'],
    ['a trailing comma', '{"a":1,}'],
    ['a byte order mark', '\ufeff{}'],
    ['the same name twice', '{"total":1,"total":9999}'],
    ['the same name twice, once escaped', '{"total":1,"t\\u006ftal":9999}'],
    ['the same name twice, deeper', '{"a":[{"b":1,"b" : 2}]}'],
    ['__proto__', '{"__proto__":{"isAdmin":true}}'],
    ['an escaped __proto__', '{"\\u005f_proto__":1}'],
    ['constructor.prototype', '{"constructor":{"prototype":{"isAdmin":true}}}'],
    ['depth 100,000', '['.repeat(100_000)],
    ['depth 100,000, well formed', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['depth 21, well formed', '['.repeat(21) + ']'.repeat(21)],
  ])('refuses %s', (_what, text) => {
    expect(() => read(text)).toThrow(refused);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  test('refuses bytes that are not UTF-8, and UTF-16', () => {
    expect(() => strictJson(Uint8Array.of(0x22, 0xff, 0x22))).toThrow(refused);
    expect(() => strictJson(new Uint8Array(Buffer.from('\ufeff{}', 'utf16le')))).toThrow(refused);
  });

  test('the same name in two objects, or as a value, is fine', () => {
    expect(read('{"a":{"x":1},"b":{"x":2},"c":["x","x"],"d":"__proto__"}')).toEqual({
      a: { x: 1 },
      b: { x: 2 },
      c: ['x', 'x'],
      d: '__proto__',
    });
  });

  test('256 KB of quotes and backslashes is read in a moment', () => {
    const started = performance.now();
    expect(() => read('"\\'.repeat(128_000))).toThrow(refused);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
