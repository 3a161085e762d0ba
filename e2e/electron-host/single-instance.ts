import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Second = { readonly argv: string[]; readonly cwd: string };

/** Runs in a process of its own, as asking for the lock must answer at once: tells the holder of the socket and ends 0, or ends 1. */
const TELL_HOLDER = `const [socket, said] = process.argv.slice(1);
const line = require('node:net').connect(socket, () => { line.end(said); line.resume(); });
line.on('close', () => process.exit(0)); line.on('error', () => process.exit(1));`;

/**
 * One instance per data folder, by a socket named after it. A holder that died leaves its socket file and nothing that
 * answers, so the next one takes over. `onSecond` hears of each later start.
 */
export function takeSingleInstance(userData: string, onSecond: (second: Second) => void): boolean {
  const socket = join(
    tmpdir(),
    `electron-host-${createHash('sha256').update(userData).digest('hex').slice(0, 16)}.sock`,
  );
  const self: Second = { argv: process.argv, cwd: process.cwd() };
  const told = spawnSync(process.execPath, ['-e', TELL_HOLDER, socket, JSON.stringify(self)]);
  if (told.status === 0) return false;
  rmSync(socket, { force: true });
  createServer((line) => {
    let said = '';
    line.on('data', (chunk) => (said += chunk.toString()));
    line.on('end', () => {
      line.end();
      onSecond(JSON.parse(said));
    });
  })
    .listen(socket)
    .unref();
  return true;
}
