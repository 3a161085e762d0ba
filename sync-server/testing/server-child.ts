import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { until } from './until.ts';

/** A built sync-server in a process of its own that can be killed and started again. */
export type ServerChild = {
  /** Where it listens; null while it does not. */
  address(): string | null;
  /** Start it; resolves when it listens. */
  start(): Promise<void>;
  /** Start it and wait for nothing. */
  begin(): void;
  /** `kill -9`, and wait until it is gone. */
  kill(): Promise<void>;
  /** Ask it to stop; the exit code. */
  stop(): Promise<number | null>;
  /** What the latest start has printed. */
  output(): string;
};

/** @param main the built `main.js`; `env` is all the environment it gets beside `PATH`. */
export function serverChild(main: string, env: Record<string, string>): ServerChild {
  let child: ChildProcess | null = null;
  let out = '';
  const address = () => (child && /^listening on (\S+)$/m.exec(out)?.[1]) ?? null;
  const begin = () => {
    out = '';
    const begun = spawn(process.execPath, [main], {
      env: { PATH: process.env['PATH'] ?? '', PORT: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = begun;
    const hear = (chunk: Buffer) => {
      if (child === begun) out += chunk.toString();
    };
    begun.stdout.on('data', hear);
    begun.stderr.on('data', hear);
  };
  const end = async (signal: NodeJS.Signals) => {
    const ending = child;
    child = null;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return ending?.exitCode ?? null;
    const gone = once(ending, 'exit');
    ending.kill(signal);
    await gone;
    return ending.exitCode;
  };
  return {
    address,
    begin,
    start: async () => {
      begin();
      await until(`the server to listen; it said: ${out}`, address, 30_000);
    },
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
    output: () => out,
  };
}
