import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { recoverFromCrashes } from './crash-recovery.ts';

function page() {
  const contents = new EventEmitter();
  const waiting: { run: () => void; ms: number }[] = [];
  const clock = { ms: 0 };
  const events: string[] = [];
  recoverFromCrashes(contents, {
    reload: () => events.push('reload'),
    now: () => clock.ms,
    later: (run, ms) => waiting.push({ run, ms }),
    onCrash: (reason) => events.push(reason),
  });
  return { waiting, clock, events, end: (reason: string) => contents.emit('render-process-gone', {}, { reason }) };
}

it('loads the page anew at once when its process died', () => {
  const { events, end } = page();
  end('crashed');
  expect(events).toEqual(['crashed', 'reload']);
});

it('waits before the fourth time within a minute, and never gives up', () => {
  const { events, end, waiting } = page();
  for (let count = 0; count < 5; count++) end('oom');
  expect(events.filter((event) => event === 'reload')).toHaveLength(3);
  expect(waiting.map(({ ms }) => ms)).toEqual([30_000, 30_000]);
  waiting[0]?.run();
  expect(events.filter((event) => event === 'reload')).toHaveLength(4);
});

it('forgets crashes that are long past', () => {
  const { events, end, clock } = page();
  for (let count = 0; count < 10; count++) {
    end('crashed');
    clock.ms += 25_000;
  }
  expect(events.filter((event) => event === 'reload')).toHaveLength(10);
});

it('leaves a page alone that ended by itself', () => {
  const { events, end } = page();
  end('clean-exit');
  expect(events).toEqual([]);
});
