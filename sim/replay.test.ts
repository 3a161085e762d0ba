import { expect, test, vi } from 'vitest';
import { runSeed } from './run-seed.ts';

// Whole worlds, on a machine that may be busy.
vi.setConfig({ testTimeout: 90_000 });

test('the same seed goes the same way to the last event, also after other worlds in the same process', async () => {
  const first = await runSeed(7, { steps: 120 });
  await runSeed(8, { steps: 30 });
  const second = await runSeed(7, { steps: 120 });
  expect(second.trace).toEqual(first.trace);
  expect(second.digest).toBe(first.digest);
});

test('another seed goes another way', async () => {
  const [one, other] = [await runSeed(1, { steps: 20 }), await runSeed(2, { steps: 20 })];
  expect(one.digest).not.toBe(other.digest);
});

test('a world is worth its name: orders come in, people act, customers are told, registers ring', async () => {
  const { counts, violation } = await runSeed(1, { steps: 200 });
  expect(violation).toBeNull();
  expect(counts.orders).toBeGreaterThan(10);
  expect(counts.acts).toBeGreaterThan(40);
  expect(counts.mails).toBeGreaterThan(1);
  expect(counts.rings).toBeGreaterThan(20);
});

test('clock, chance and timers are the process’s own again after a run', async () => {
  const before = [setTimeout, setInterval, clearTimeout, clearInterval, Date.now, Math.random];
  await runSeed(3, { steps: 5 });
  expect([setTimeout, setInterval, clearTimeout, clearInterval, Date.now, Math.random]).toEqual(before);
});
