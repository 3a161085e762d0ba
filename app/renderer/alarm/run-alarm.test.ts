import { BehaviorSubject, of } from 'rxjs';
import { expect, test } from 'vitest';
import { anOrder } from '../../../domain/testing/fixtures.ts';
import { overlay, type OrderView } from '../../../domain/pending.ts';
import type { AlarmView } from '../../replica/replica.ts';
import { openWords } from '../i18n/open-words.ts';
import { type AlarmParts, runAlarm } from './run-alarm.ts';

const ORDER = overlay(anOrder(), []) as OrderView;
const SILENT: AlarmView = { ringing: [], unannounced: [], whileClosed: false };

function running(announced: () => Promise<void>) {
  const view = new BehaviorSubject<AlarmView>(SILENT);
  const newOrders = new BehaviorSubject(0);
  const done: string[] = [];
  const player: AlarmParts['player'] = {
    start: () => void done.push('start'),
    again: () => void done.push('again'),
    stop: () => void done.push('stop'),
    close: async () => void done.push('close'),
  };
  const alarm = runAlarm({
    replica: {
      alarm: () => view,
      newOrders: () => newOrders,
      facts: () => of({ profile: null, staff: [], couriers: [], products: [], registers: [] }),
      announced: async (ids) => {
        done.push(`announced ${ids.join()}`);
        await announced();
      },
    },
    bridge: {
      notify: async (notice) => {
        done.push(`notify ${notice.title}`);
        return { shown: false, via: 'none', reason: 'denied' };
      },
      signal: async ({ ringing, newOrders: count }) => void done.push(`signal ${ringing} ${count}`),
    },
    player,
    t: openWords().t,
  });
  return { alarm, view, newOrders, done };
}

const ring: AlarmView = { ringing: [ORDER], unannounced: [ORDER], whileClosed: false };

test('an order that rings starts the sound, is announced once and remembered, also when no notice could be shown', () => {
  const { view, done } = running(async () => {});
  view.next(ring);
  view.next({ ...ring });
  expect(done.filter((each) => each === 'start')).toHaveLength(1);
  expect(done.filter((each) => each.startsWith('notify'))).toEqual(['notify New order #1001']);
  expect(done).toContain(`announced ${ORDER.order.id}`);
});

test('the shell hears of the alarm and the count only when they change', () => {
  const { view, newOrders, done } = running(async () => {});
  view.next({ ...SILENT });
  newOrders.next(1);
  view.next(ring);
  expect(done.filter((each) => each.startsWith('signal'))).toEqual([
    'signal false 0',
    'signal false 1',
    'signal true 1',
  ]);
});

test('a memory that cannot be written does not stop the alarm', async () => {
  const { view, done } = running(async () => {
    throw new Error('disk full');
  });
  view.next(ring);
  view.next(SILENT);
  await Promise.resolve();
  expect(done).toContain('stop');
});

test('closed, it hears nothing more', async () => {
  const { alarm, view, done } = running(async () => {});
  await alarm.close();
  view.next(ring);
  expect(done.at(-1)).toBe('close');
});
