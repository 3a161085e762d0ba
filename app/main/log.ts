import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ShopbellError } from '../../domain/errors.ts';

/** A log for support. Lines hold an event and an error's code and place, never its text: that could name a customer. */
export type Log = {
  info(event: string): void;
  warn(event: string, error?: unknown): void;
};

const LIMIT_BYTES = 1_000_000;

/** `shell.log` in `folder`; one older file is kept. A log that cannot be written never stops the app. */
export function openLog(folder: string, now: () => Date): Log {
  const path = join(folder, 'shell.log');
  const write = (level: string, event: string, error?: unknown) => {
    const cause = error === undefined ? '' : ` ${describe(error)}`;
    try {
      appendFileSync(path, `${now().toISOString()} ${level} ${event}${cause}\n`, { mode: 0o600 });
    } catch {
      // Nowhere is left to tell it; the app works without a log.
    }
  };
  try {
    mkdirSync(folder, { recursive: true });
    if (existsSync(path) && statSync(path).size > LIMIT_BYTES) renameSync(path, `${path}.old`);
  } catch (error) {
    write('warn', 'log-not-turned', error);
  }
  return { info: (event) => write('info', event), warn: (event, error) => write('warn', event, error) };
}

function describe(error: unknown): string {
  if (error instanceof ShopbellError) return error.code;
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? `${error.code} ` : '';
  const place =
    error.stack
      ?.split('\n')
      .find((line) => line.trimStart().startsWith('at '))
      ?.trim() ?? '';
  return `${error.name} ${code}${place}`;
}
