import { expect, test } from 'vitest';
import { BREAKS } from './breaks/breaks.ts';
import { runSeed } from './run-seed.ts';
import { soak } from './run-soak.ts';

/** Every defect is to be noticed within 200 seeds; here within fewer, because most take one to three. */
const WITHIN = 25;
const LIMIT_MS = 120_000;

test.each([...BREAKS.values()])(
  '$name put back is noticed: $what',
  async (fault) => {
    for (let seed = 1; seed <= WITHIN; seed += 1) {
      const { violation } = await runSeed(seed, { steps: 200, fault });
      if (!violation) continue;
      expect(fault.oracles, violation.message).toContain(violation.oracle);
      return;
    }
    expect.fail(`not noticed within ${WITHIN} seeds`);
  },
  LIMIT_MS,
);

test('a soak tells the seed, the broken promise, the last events and how to see it again', async () => {
  const lines: string[] = [];
  const fault = BREAKS.get('dead-longpoll');
  if (!fault) throw new Error('no such defect');
  const failed = await soak({ seeds: WITHIN, from: 1, steps: 200, trace: false, fault }, (line) => lines.push(line));
  expect(failed).toBe(1);
  const text = lines.join('\n');
  expect(text).toMatch(/^seed \d+ broke the promise [bcd] (registers-equal-hub|no-stuck-queue|one-ring): /m);
  expect(text).toMatch(/npm run soak -- --seeds 1 --from \d+ --steps 200 --break dead-longpoll --trace/);
  expect(lines.filter((line) => /^ {2}\d+\.\d{3} /.test(line)).length).toBeGreaterThan(10);
});
