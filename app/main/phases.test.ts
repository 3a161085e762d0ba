import { expect, it } from 'vitest';
import { runPhases, type Phase } from './phases.ts';

function recorder() {
  const events: string[] = [];
  const phase = (name: string, when: Phase['when'], result: 'stop' | 'go' | 'fail' = 'go'): Phase => ({
    name,
    when,
    run: () => {
      events.push(name);
      if (result === 'fail') throw new Error(name);
      return result === 'stop' ? 'stop' : undefined;
    },
  });
  const ready = async () => void events.push('ready');
  return { events, phase, ready };
}

it('runs what must come first in the same turn, and the rest after ready, in order', async () => {
  const { events, phase, ready } = recorder();
  const running = runPhases(
    [phase('a', 'at-once'), phase('c', 'ready'), phase('b', 'at-once'), phase('d', 'ready')],
    ready,
  );
  expect(events).toEqual(['a', 'b', 'ready']);
  await running;
  expect(events).toEqual(['a', 'b', 'ready', 'c', 'd']);
});

it('stops for good when a phase says so', async () => {
  const { events, phase, ready } = recorder();
  await runPhases([phase('a', 'at-once', 'stop'), phase('b', 'at-once'), phase('c', 'ready')], ready);
  expect(events).toEqual(['a']);
});

it('waits for one phase before the next, and ends at the first fault', async () => {
  const { events, phase, ready } = recorder();
  const slow: Phase = {
    name: 'slow',
    when: 'ready',
    run: async () => {
      await Promise.resolve();
      events.push('slow');
    },
  };
  await expect(runPhases([slow, phase('bad', 'ready', 'fail'), phase('never', 'ready')], ready)).rejects.toThrow('bad');
  expect(events).toEqual(['ready', 'slow', 'bad']);
});
