import { describe, expect, it } from 'vitest';

import { changesLawText } from '../../../domain/hub-law.ts';
import { ADMINS_ONLY } from './security.ts';
import { checkLawText, createLaws } from './laws.ts';

const user = { name: 'reg-1', roles: ['register:demo'], db: 'd' };
const judge = (text: string, newDoc: object = {}) =>
  createLaws([text]).judge([{ newDoc: { _id: 'a', ...newDoc }, oldDoc: null }], user, ADMINS_ONLY);

describe('laws', () => {
  it('hand a law the document, what stands there, the person and the members', () => {
    const text =
      'function (n, o, u, s) { throw { forbidden: [n._id, o, u.name, u.roles[0], u.db, s.members.roles[0]].join() }; }';
    expect(judge(text)).toEqual([{ error: 'forbidden', reason: 'a,,reg-1,register:demo,d,_admin' }]);
  });

  it('let pass what no law refuses', () => {
    expect(judge('function () { return "whatever"; }')).toEqual([null]);
    expect(createLaws([]).none).toBe(true);
  });

  it('forbid when a law fails in another way than by its two words', () => {
    expect(judge('function (n) { n.a.b.c; }')).toMatchObject([{ error: 'forbidden' }]);
    expect(judge('function () { throw "no"; }')).toMatchObject([{ error: 'forbidden' }]);
  });

  it.each([
    'function () { process.exit(1); }',
    'function () { require("fs"); }',
    'function (n) { n.constructor.constructor("return process")(); }',
    'function () { this.constructor.constructor("return process")(); }',
    'function () { eval("1"); }',
    'function () { setTimeout(function () {}, 1); }',
  ])('keep a law inside its realm: %s', (text) => {
    expect(judge(text)).toMatchObject([{ error: 'forbidden' }]);
  });

  it('do not let one document reach what the next law sees', () => {
    const laws = createLaws(['function (n) { if (this.seen) throw { forbidden: "seen" }; n.touched = 1; }']);
    const one = { newDoc: { _id: 'a' }, oldDoc: null };
    expect(laws.judge([one, one], user, ADMINS_ONLY)).toEqual([null, null]);
    expect(one.newDoc).toEqual({ _id: 'a' });
  });

  it('refuse a text that is no function', () => {
    expect(() => checkLawText('function (')).toThrow();
    expect(() => checkLawText(7)).toThrow();
    expect(() => checkLawText(changesLawText('demo'))).not.toThrow();
  });
});
