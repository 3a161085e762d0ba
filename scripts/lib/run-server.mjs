import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { root } from './root.mjs';

/**
 * Start the built sync-server as a process of its own; what it prints is passed on. Ctrl-C and a plain kill stop it, and this process ends
 * with its exit code.
 * @param {readonly string[]} args passed on, for example `--data DIR`.
 * @param {(address: string) => void} [onReady] called once with the address it listens on.
 */
export function runServer(args, onReady) {
  const server = spawn(process.execPath, [join(root, 'out', 'server', 'main.js'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  createInterface({ input: server.stdout }).on('line', (line) => {
    console.log(line);
    const address = /^listening on (http\S+)/.exec(line)?.[1];
    if (address) onReady?.(address);
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => server.kill('SIGTERM'));
  server.on('exit', (code) => process.exit(code ?? 1));
  return server;
}
