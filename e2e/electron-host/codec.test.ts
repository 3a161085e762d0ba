import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decode, encode } from './codec.ts';

it('carries any JSON value, undefined and dates there and back', () => {
  const leaf = fc.oneof(
    fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value))),
    fc.constant(undefined),
    fc.date({ noInvalidDate: true }),
  );
  fc.assert(
    fc.property(fc.array(fc.record({ one: leaf, two: leaf })), (value) => {
      expect(decode(encode(value))).toEqual(structuredClone(value));
    }),
  );
});

it('refuses what Electron could not send', () => {
  expect(() => encode({ call: () => 1 })).toThrow('An object could not be cloned.');
});

it('refuses what it does not carry instead of changing it', () => {
  expect(() => encode(new Map([['a', 1]]))).toThrow('does not carry [object Map]');
  expect(() => encode({ size: Number.NaN })).toThrow('does not carry [object Number]');
});
