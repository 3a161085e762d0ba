import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { changesLawText, readOnlyLawText } from './hub-law.ts';
import { acknowledges, anOrder } from './testing/fixtures.ts';

type Law = (doc: object, old: object | null, user: { name: string | null; roles: string[] }, sec: object) => void;

/** Run the text as CouchDB does: alone, with nothing of ours in reach. */
const compile = (text: string): Law => runInNewContext(`(${text})`, {}) as Law;
const register = { name: 'reg-a', roles: ['register:demo'] };
const good = { ...acknowledges('c-1', anOrder()), _id: 'c-1' };

function refusal(law: Law, doc: object, old: object | null = null, user: { name: string; roles: string[] } = register) {
  try {
    law(doc, old, user, {});
    return null;
  } catch (error) {
    return (error as { forbidden: string }).forbidden;
  }
}

describe('the law of the changes database', () => {
  const law = compile(changesLawText('demo'));

  it('lets a register add a change in its own name', () => {
    expect(refusal(law, good)).toBeNull();
  });

  it.each([
    ['an order', { ...anOrder(), _id: anOrder().id }],
    ["someone else's change", { ...good, register: { id: 'reg-b', name: 'Counter 2' } }],
    ['an unknown kind', { ...good, kind: 'drop-tables' }],
    ['an odd id', { ...good, id: '../x', _id: '../x' }],
    ['two ids', { ...good, _id: 'c-2' }],
    ['another shop', { ...good, shop: 'other' }],
    ['no person', { ...good, staff: undefined }],
    ['a removal', { _id: 'c-1', _deleted: true }],
    ['a file', { ...good, _attachments: {} }],
  ])('refuses %s', (_, doc) => {
    expect(refusal(law, doc)).toMatch(/\w/);
  });

  it('lets nobody but the hub alter a change', () => {
    expect(refusal(law, { ...good, at: '2027-01-01T00:00:00.000Z' }, good)).toMatch(/never altered/);
    expect(refusal(law, { _id: 'c-1', _deleted: true }, good, { name: 'hub', roles: ['_admin'] })).toBeNull();
  });
});

it('lets only the hub write where registers read', () => {
  const law = compile(readOnlyLawText());
  expect(refusal(law, anOrder())).toMatch(/only the hub/);
  expect(refusal(law, anOrder(), null, { name: 'hub', roles: ['_admin'] })).toBeNull();
});
