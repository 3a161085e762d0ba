import { ShopbellError } from '../../domain/errors.ts';
import { framesOf } from '../http/app.ts';
import { codeOf } from '../http/problem.ts';

/** What the process ends with, for scripts: wrong settings, a second copy, no port; 1 for everything else. */
const EXIT_CODES: Readonly<Record<string, number>> = {
  settings: 2,
  'already-running': 3,
  'port-in-use': 4,
  'cannot-listen': 4,
};

/** Tell a person (a foreseen fault, in plain words) or the log (a defect) why the server ends; gives the exit code. */
export function reportAndExitCode(error: unknown, printError: (line: string) => void): number {
  if (error instanceof ShopbellError) {
    printError(error.message);
    return EXIT_CODES[error.code] ?? 1;
  }
  printError(defect(error));
  return 1;
}

/**
 * The last resort for defects that nobody caught. Both are logged; after an exception the state of the process is unknown, so
 * it ends: every write is whole on disk, and a start goes on where this one ended.
 */
export function lastResort(host: NodeJS.Process, printError: (line: string) => void): void {
  // Whoever read our lines has gone; that is no reason for the server to go too.
  for (const stream of [host.stdout, host.stderr]) stream.on('error', () => undefined);
  host.on('unhandledRejection', (error) => printError(defect(error)));
  host.on('uncaughtException', (error) => {
    printError(defect(error));
    host.exit(1);
  });
}

const defect = (error: unknown): string =>
  JSON.stringify({ level: 60, code: codeOf(error), at: framesOf(error), msg: 'unforeseen error' });
