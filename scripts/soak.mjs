// npm run soak: the simulator on many seeds; exit code 1 when one breaks a promise.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './lib/root.mjs';

const vite = join(root, 'node_modules/vite/bin/vite.js');
const run = (/** @type {string[]} */ args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status;
const built = run([vite, 'build', '--logLevel', 'warn', '-c', 'build/sim.vite.config.ts']);
process.exit(built === 0 ? (run(['out/sim/soak.js', ...process.argv.slice(2)]) ?? 1) : 1);
