import { expect, test } from 'vitest';
import { soak } from '../run-soak.ts';

const STEPS = 200;
const TOGETHER = 20;
const LIMIT_MS = 180_000;

/** Tests that these seeds keep every promise. What they print on failure says how to see it again. */
export function seedTests(first: number, seeds: number): void {
  for (let from = first; from < first + seeds; from += TOGETHER)
    test(
      `seeds ${from} to ${from + TOGETHER - 1} keep every promise for ${STEPS} steps`,
      async () => {
        const lines: string[] = [];
        const failed = await soak({ seeds: TOGETHER, from, steps: STEPS, trace: false }, (line) => lines.push(line));
        expect(failed, lines.join('\n')).toBe(0);
      },
      LIMIT_MS,
    );
}
