import { expect, test } from 'vitest';
import { anOrder } from '../../../domain/testing/fixtures.ts';
import { overlay, type OrderView } from '../../../domain/pending.ts';
import type { AlarmView } from '../../replica/replica.ts';
import { alarmStep, QUIET } from './alarm-machine.ts';

function view(id: string): OrderView {
  const made = overlay(anOrder({ id }), []);
  if (!made) throw new Error('an order makes a view');
  return made;
}

const heard = (ringing: string[], unannounced: string[] = [], whileClosed = false): AlarmView => ({
  ringing: ringing.map(view),
  unannounced: unannounced.map(view),
  whileClosed,
});

test('the first order that rings starts the sound and is announced', () => {
  const step = alarmStep(QUIET, heard(['a'], ['a']));
  expect(step.sound).toBe('start');
  expect(step.announce.map((each) => each.order.id)).toEqual(['a']);
  expect(step.summary).toBe(false);
});

test('the same news twice neither rings anew nor announces twice', () => {
  const first = alarmStep(QUIET, heard(['a'], ['a']));
  const second = alarmStep(first.memory, heard(['a'], ['a']));
  expect(second.sound).toBe('keep');
  expect(second.announce).toEqual([]);
});

test('another order while it rings sounds at once again', () => {
  const first = alarmStep(QUIET, heard(['a'], ['a']));
  const second = alarmStep(first.memory, heard(['a', 'b'], ['b']));
  expect(second.sound).toBe('again');
  expect(second.announce.map((each) => each.order.id)).toEqual(['b']);
});

test('an order that takes the place of another in the same moment is heard as well', () => {
  const first = alarmStep(QUIET, heard(['a'], ['a']));
  expect(alarmStep(first.memory, heard(['b'], ['b'])).sound).toBe('again');
});

test('the sound ends only when no order rings any more', () => {
  const two = alarmStep(QUIET, heard(['a', 'b']));
  const one = alarmStep(two.memory, heard(['b']));
  expect(one.sound).toBe('keep');
  expect(alarmStep(one.memory, heard([])).sound).toBe('stop');
});

test('quiet stays quiet', () => {
  expect(alarmStep(QUIET, heard([])).sound).toBe('keep');
});

test('orders from while Shopbell was closed are one summary', () => {
  const step = alarmStep(QUIET, heard(['a', 'b'], ['a', 'b'], true));
  expect(step.summary).toBe(true);
  expect(step.announce).toHaveLength(2);
  expect(alarmStep(step.memory, heard(['a', 'b'], ['a', 'b'], true)).summary).toBe(false);
});
