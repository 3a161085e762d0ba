import { afterEach, expect, test } from 'vitest';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { anOrder } from '../../domain/testing/fixtures.ts';
import type { JournalEntry } from './journal.ts';
import type { Replica } from './replica.ts';
import { faultyStorage } from './testing/faulty-storage.ts';
import { journalExam } from './testing/journal-exam.ts';
import { memoryJournal } from './testing/memory-journal.ts';
import { openForTest, seen, until } from './testing/open-for-test.ts';
import { openScriptedHub, type ScriptedHub } from './testing/scripted-hub.ts';

const staff = { id: 'staff:aina', name: 'Aina' };
const order = anOrder({ id: 'o-1' });
const note = (text: string) => ({ kind: 'add-note', orderId: order.id, text }) as const;
const NOWHERE = 'http://127.0.0.1:9';

const open: (Replica | ScriptedHub)[] = [];
const opened = <T extends Replica | ScriptedHub>(each: T): T => {
  open.push(each);
  return each;
};
afterEach(async () => {
  for (const each of open.splice(0).toReversed()) await each.close();
});

const disks = new Map<string, Map<string, JournalEntry>>();
journalExam(async (name) => {
  const disk = disks.get(name) ?? new Map<string, JournalEntry>();
  disks.set(name, disk);
  return memoryJournal(disk).journal;
});

test('an act is in the journal before it is called saved, and leaves it once it is settled', async () => {
  const hub = opened(await openScriptedHub());
  hub.putOrder(order);
  const { journal, kept } = memoryJournal();
  const own = opened(await openForTest(hub.url, { journal }));
  await seen(own.order(order.id), (view) => view !== null);
  const change = await own.act(note('kept'), staff);
  expect(JSON.parse(kept.get(change.id)?.text ?? '')).toEqual(change);
  await seen(own.waiting(), (waiting) => waiting[0]?.state === 'sent');
  expect(kept.size).toBe(1);
  hub.settle();
  await seen(own.waiting(), (waiting) => waiting.length === 0);
  await until(() => kept.size === 0);
});

test('an act that the journal cannot take is refused plainly, and nothing happened', async () => {
  const { journal, fault } = memoryJournal();
  const own = opened(await openForTest(NOWHERE, { journal }));
  fault.full = true;
  await expect(own.act(note('x'), staff)).rejects.toMatchObject({ code: 'not-saved' });
  await seen(own.waiting(), (waiting) => waiting.length === 0);
  fault.full = false;
  await own.act(note('y'), staff);
  await seen(own.waiting(), (waiting) => waiting.length === 1);
});

test.each(['fail', 'hold'] as const)(
  'with a store that is full (%s) an act is accepted all the same, shown, sent and settled from memory; and trouble shows',
  async (fault) => {
    const hub = opened(await openScriptedHub());
    hub.putOrder(order);
    const faulty = faultyStorage(getRxStorageMemory());
    const { journal, kept } = memoryJournal();
    const own = opened(await openForTest(hub.url, { journal, storage: faulty.storage }));
    await seen(own.order(order.id), (view) => view !== null);
    faulty.set('changes', fault);
    const troubled = seen(own.connection(), ({ state, reason }) => state === 'trouble' && reason === 'not-stored');
    const change = await own.act(note('kept'), staff);
    await troubled;
    await until(() => hub.changes().length === 1);
    await seen(own.order(order.id), (view) => view?.pending.length === 1);
    expect(kept.has(change.id)).toBe(true);
    hub.settle();
    await seen(own.waiting(), (waiting) => waiting.length === 0);
    await until(() => kept.size === 0);
    faulty.release();
  },
);

test('changes that the local copy has lost come back from the journal at start, in their order, and travel', async () => {
  const { journal, kept } = memoryJournal();
  const first = await openForTest(NOWHERE, { journal });
  for (const text of ['one', 'two', 'three']) await first.act(note(text), staff);
  await first.close();
  expect(kept.size).toBe(3);
  const hub = opened(await openScriptedHub());
  hub.putOrder(order);
  // A storage with nothing in it: the copy was wiped.
  const own = opened(await openForTest(hub.url, { journal }));
  await until(() => hub.changes().length === 3);
  expect(hub.changes().map((change) => (change.kind === 'add-note' ? change.text : ''))).toEqual([
    'one',
    'two',
    'three',
  ]);
  hub.settle();
  await seen(own.waiting(), (waiting) => waiting.length === 0);
  await until(() => kept.size === 0);
});

test('what another register has left in the journal stays there and is not sent in a foreign name', async () => {
  const { journal, kept } = memoryJournal();
  const other = await openForTest(NOWHERE, { journal, register: { id: 'reg-old', name: 'Old', code: 'R9' } });
  await other.act(note('of the old pairing'), staff);
  await other.close();
  const own = opened(await openForTest(NOWHERE, { journal }));
  await seen(own.waiting(), (waiting) => waiting.length === 0);
  expect(kept.size).toBe(1);
});

test('lines of the journal that are no change hinder nothing', async () => {
  const { journal } = memoryJournal(
    new Map([
      ['c-a', { id: 'c-a', text: '{ cut' }],
      ['c-b', { id: 'c-b', text: '{"type":"change"}' }],
    ]),
  );
  const own = opened(await openForTest(NOWHERE, { journal }));
  await own.act(note('fine'), staff);
  await seen(own.waiting(), (waiting) => waiting.length === 1);
});
