import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseChange } from './parse-change.ts';
import { settle } from './settle.ts';
import { aSale, acknowledges, anOrder, changeOn, moves } from './testing/fixtures.ts';

const addressed = (address: object) =>
  changeOn('c-1', anOrder(), { kind: 'correct-address', seen: null, seenStatus: 'paid', address });
const decides = (over: object = {}) =>
  changeOn('c-1', anOrder(), { kind: 'decide', decision: 'c-0', take: 'other', seen: '', ...over });

describe('parseChange', () => {
  it.each([
    acknowledges('c-1', anOrder()),
    moves('c-1', anOrder(), 'paid', 'shipped'),
    aSale('c-1'),
    addressed(anOrder().shipping ?? {}),
    decides(),
  ])('reads a whole change of kind $kind', (change) => {
    expect(parseChange(JSON.parse(JSON.stringify(change)))).toEqual({ ok: true, change });
  });

  it.each([
    [null],
    ['change'],
    [[]],
    [{ ...moves('c-1', anOrder(), 'paid', 'shipped'), to: 'lost' }],
    [{ ...moves('c-1', anOrder(), 'paid', 'shipped'), parcel: { courier: 3 } }],
    [{ ...moves('c-1', anOrder(), 'paid', 'shipped'), shippedTo: { name: 'Mei' } }],
    [addressed({ ...anOrder().shipping, city: undefined })],
    [addressed({ ...anOrder().shipping, city: 'x'.repeat(501) })],
    [decides({ take: 'both' })],
    [decides({ decision: '' })],
    [decides({ seen: 7 })],
    [{ ...acknowledges('c-1', anOrder()), at: 'yesterday' }],
    [{ ...aSale('c-1'), orderId: 's-2' }],
    [aSale('c-1', { lines: [{ ...aSale('c-1').sale.lines[0], quantity: 0.5 }] as never })],
    [aSale('c-1', { totals: { ...aSale('c-1').sale.totals, tax: 1.5 } })],
  ])('says what is wrong with %j', (value) => {
    expect(parseChange(value)).toMatchObject({ ok: false, fault: expect.stringMatching(/\w/) });
  });

  it('never throws, and settle never throws on what it lets through', () => {
    const sale = aSale('c-1');
    const mangled = fc
      .constantFrom(
        sale,
        acknowledges('c-1', anOrder()),
        moves('c-1', anOrder(), 'paid', 'shipped'),
        addressed(anOrder().shipping ?? {}),
        decides(),
      )
      .chain((change) =>
        fc.record({ key: fc.constantFrom(...Object.keys(change)), value: fc.anything() }).map(({ key, value }) => ({
          ...change,
          [key]: value,
        })),
      );
    fc.assert(
      fc.property(mangled, (value) => {
        const parsed = parseChange(value);
        if (parsed.ok) settle(anOrder(), parsed.change, null);
      }),
    );
  });
});
