import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isolated, plainText } from './plain-text.ts';

const TRICK = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/;

test('a name cannot turn the words around it', () => {
  expect(plainText('\u202eevil')).toBe('evil');
  expect(plainText('a\u0000b\u0007c')).toBe('abc');
});

test('line breaks and tabs of a note stay', () => {
  expect(plainText('one\n\ttwo')).toBe('one\n\ttwo');
});

test('HTML stays as the letters it is', () => {
  expect(plainText('<b>x</b> & "y"')).toBe('<b>x</b> & "y"');
});

test('a text of 200,000 characters is clipped with an ellipsis', () => {
  const clipped = plainText('x'.repeat(200_000), 120);
  expect(clipped).toHaveLength(120);
  expect(clipped.endsWith('…')).toBe(true);
});

test('whatever comes in, what goes out is short enough and free of tricks', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.integer({ min: 2, max: 40 }), (text, limit) => {
      const out = plainText(text, limit);
      return out.length <= limit && !TRICK.test(out);
    }),
  );
});

test('inside a sentence a text stands between isolates, once opened and once closed', () => {
  expect(isolated('\u2069\u2069Mei')).toBe('\u2068Mei\u2069');
});

test('clipping never leaves half a character', () => {
  expect(plainText('🔔'.repeat(40), 10)).toBe('🔔🔔🔔🔔…');
});
