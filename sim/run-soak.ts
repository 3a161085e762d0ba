import type { Break } from './breaks/break.ts';
import { type Run, runSeed } from './run-seed.ts';

/** Which worlds to run. */
export type Soak = {
  readonly seeds: number;
  readonly from: number;
  readonly steps: number;
  /** Print every event of every world. */
  readonly trace: boolean;
  /** A defect put back on purpose; the run then ends with the first seed that notices it. */
  readonly fault?: Break;
};

/** Events printed of a world that broke a promise. */
const LAST = 40;
const WHOLE = 1_000_000;

/**
 * Run worlds one after the other and say which seeds broke a promise, which promise, and how it came about.
 * @returns how many did.
 */
export async function soak({ seeds, from, steps, trace, fault }: Soak, say: (line: string) => void): Promise<number> {
  const start = performance.now();
  let failed = 0;
  let acts = 0;
  say(`${seeds} seeds from ${from}, ${steps} steps each${fault ? `, with a known defect: ${fault.what}` : ''}`);
  for (let done = 1; done <= seeds; done += 1) {
    const run = await runSeed(from + done - 1, {
      steps,
      ...(fault ? { fault } : {}),
      ...(trace ? { keep: WHOLE } : {}),
    });
    acts += run.counts.acts;
    if (trace) for (const line of run.trace) say(`  ${line}`);
    if (run.violation) {
      failed += 1;
      report(run, steps, say, trace, fault);
      if (fault) return failed;
    }
    if (done % 100 === 0) {
      const seconds = Math.round((performance.now() - start) / 1000);
      say(`${done} of ${seeds} seeds, ${acts} acts, ${failed} failed, ${seconds} s`);
    }
  }
  say(`${seeds} seeds, ${acts} acts, ${failed} failed`);
  if (fault) say('The defect was not noticed, which is a defect of the simulator.');
  return failed;
}

function report(run: Run, steps: number, say: (line: string) => void, trace: boolean, fault: Break | undefined): void {
  say(`seed ${run.seed} broke the promise ${run.violation?.message ?? ''}`);
  if (!trace) for (const line of run.trace.slice(-LAST)) say(`  ${line}`);
  const again = `--seeds 1 --from ${run.seed} --steps ${steps}${fault ? ` --break ${fault.name}` : ''} --trace`;
  say(`  the whole of it: npm run soak -- ${again}`);
}
