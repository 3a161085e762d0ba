import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readSequence, sequenceToken, writeSequence } from './sequence.ts';

const END = 1000;

describe('sequences', () => {
  it('read what they wrote', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: END }), fc.uuid(), (seq, id) => {
        const token = sequenceToken(id);
        return readSequence(writeSequence(seq, token), token, END) === seq;
      }),
    );
  });

  it('start from the beginning for a sequence of other files', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: END }), fc.uuid(), fc.uuid(), (seq, one, other) => {
        fc.pre(one !== other);
        return readSequence(writeSequence(seq, sequenceToken(one)), sequenceToken(other), END) === 0;
      }),
    );
  });

  it('start from the beginning for a sequence these files have not reached, as after a restored backup', () => {
    expect(readSequence(writeSequence(END + 1, 't'), 't', END)).toBe(0);
  });

  it('refuse what is no sequence', () => {
    for (const wrong of ['5', '-1', 'abc', '1e3-t', '1-', '1-a b', ' 1-a']) {
      expect(() => readSequence(wrong, 't', END), wrong).toThrow(/Malformed/);
    }
  });
});
