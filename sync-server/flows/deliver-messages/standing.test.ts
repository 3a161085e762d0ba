import { expect, test } from 'vitest';
import { settle } from '../../../domain/settle.ts';
import { anOrder, changeOn, moves } from '../../../domain/testing/fixtures.ts';
import { standingOf } from './standing.ts';

const NOW = '2026-03-01T02:06:00.000Z';
const shipped = settle(anOrder(), moves('c-1', anOrder(), 'paid', 'shipped'), NOW).order ?? anOrder();
const undecided = settle(shipped, moves('c-2', shipped, 'paid', 'cancelled'), NOW).order ?? shipped;
const decide = changeOn('c-3', shipped, { kind: 'decide', decision: 'c-2', take: 'other', seen: 'c-1' });
const cancelled = settle(undecided, decide, NOW).order ?? undecided;
const job = { id: `${shipped.id}:p1:1`, kind: 'shipped', parcelId: 'p1' } as const;

test('a message of a parcel is still sent while a contradiction about it is open', () => {
  expect(standingOf(job, undecided)).toMatchObject({ do: 'send', kind: 'shipped' });
});

test('a message that waits is not sent any more once a decision called the order off, and the order says so', () => {
  expect(standingOf(job, cancelled)).toEqual({ do: 'drop', reason: expect.stringContaining('cancelled') });
});

test('a message a person asked for again is sent all the same', () => {
  expect(standingOf({ ...job, id: `${shipped.id}:again:1` }, cancelled)).toMatchObject({ do: 'send' });
});
