import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { systemClock } from './flows/clock.ts';
import { readSettings } from './settings/settings.ts';
import { lastResort, reportAndExitCode } from './start/last-resort.ts';
import { startServer } from './start/start-server.ts';

/** Built to `out/server/main.js`, beside the pages it serves. */
const OUT = resolve(import.meta.dirname, '..');

const print = (line: string) => process.stdout.write(`${line}\n`);
const printError = (line: string) => process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const { version } = JSON.parse(readFileSync(resolve(OUT, '..', 'package.json'), 'utf8')) as { version: string };
  const settings = readSettings(process.env, process.argv.slice(2));
  const server = await startServer(settings, {
    version,
    pages: OUT,
    clock: systemClock,
    log: { level: settings.log, stream: process.stderr },
    print,
  });
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(130); // asked twice: at once
    stopping = true;
    server.close().then(
      () => process.exit(0),
      (error: unknown) => process.exit(reportAndExitCode(error, printError)),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

lastResort(process, printError);
main().catch((error: unknown) => process.exit(reportAndExitCode(error, printError)));
