// npm start: the sync-server with its hub and demo shop, and the Register on it.
import { spawn } from 'node:child_process';
import open from 'open';
import { buildOnce } from './lib/build-once.mjs';
import { getElectron } from './lib/electron-binary.mjs';
import { root } from './lib/root.mjs';
import { runServer } from './lib/run-server.mjs';

buildOnce();
const electron = getElectron();
// A newcomer reads plain lines; the log's JSON stays out of sight until something is wrong.
process.env['SHOPBELL_LOG'] ||= 'warn';
const server = runServer(process.argv.slice(2), (address) => {
  if ('binary' in electron) openShell(electron.binary, address);
  else openBrowser(electron.missing, `${address}/register/`);
});

/** @param {string} binary @param {string} address */
function openShell(binary, address) {
  const shell = spawn(binary, [root], {
    stdio: 'inherit',
    // A demo shop on a Linux desktop without a key ring must still open; a shop's own set-up refuses plain secrets.
    env: { SHOPBELL_ALLOW_PLAIN_SECRET: '1', ...process.env, SHOPBELL_SERVER: address },
  });
  shell.on('error', () => openBrowser('Electron did not start', `${address}/register/`));
  shell.on('exit', () => console.log('The Register is closed. The server keeps running; Ctrl-C stops it.'));
  server.on('exit', () => shell.kill());
}

/** @param {string} reason @param {string} address */
function openBrowser(reason, address) {
  console.log(`The Register opens in the browser, because ${reason}: ${address}`);
  const screen = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];
  if (screen && !process.env['CI'])
    open(address).catch(() => console.log('No browser could be opened here; open the address by hand.'));
}
