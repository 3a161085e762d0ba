import { parseArgs } from 'node:util';
import { BREAKS } from './breaks/breaks.ts';
import { soak, type Soak } from './run-soak.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** What the command line asks for. @throws Error a sentence about what is wrong with it. */
function asked(): Soak {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '10000' },
      from: { type: 'string', default: '1' },
      steps: { type: 'string', default: '200' },
      break: { type: 'string' },
      trace: { type: 'boolean', default: false },
    },
  });
  const number = (name: 'seeds' | 'from' | 'steps'): number => {
    const value = Number(values[name]);
    if (!Number.isSafeInteger(value) || value < 1) throw new Error(`--${name} must be a whole number from 1.`);
    return value;
  };
  const fault = values.break === undefined ? undefined : BREAKS.get(values.break);
  if (values.break !== undefined && !fault)
    throw new Error(`--break must be one of: ${[...BREAKS.keys()].join(', ')}.`);
  const soaked = { seeds: number('seeds'), from: number('from'), steps: number('steps'), trace: values.trace };
  return fault ? { ...soaked, fault } : soaked;
}

try {
  process.exitCode = (await soak(asked(), say)) > 0 ? 1 : 0;
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
