import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { openCdp, type CdpConnection } from './cdp.ts';

/** Command line switches of the app: name to value; '' is a bare switch. */
export type Switches = Map<string, string>;

export type Browser = {
  readonly cdp: CdpConnection;
  readonly pid: number;
  /** Where a test driver connects, as Chromium printed it. */
  readonly endpoint: string;
  /** Asks Chromium to end, so that it writes its databases; kills it after five seconds. */
  close(): Promise<void>;
};

/** Switches that belong to the host or to node, never to Chromium's command line as they stand. */
const NOT_PASSED_ON = new Set(['user-data-dir', 'disable-features', 'inspect', 'inspect-brk', 'headless']);

/** Chromium's arguments: Electron's defaults, then what the app and its test driver appended. */
export function chromiumArguments(userData: string, switches: Switches): string[] {
  const disabled = ['LocalNetworkAccessChecks', switches.get('disable-features')].filter(Boolean).join(',');
  return [
    '--headless=new',
    '--remote-debugging-pipe',
    `--user-data-dir=${join(userData, 'chromium')}`,
    '--no-startup-window',
    '--no-first-run',
    '--no-default-browser-check',
    '--password-store=basic',
    '--use-mock-keychain',
    `--disable-features=${disabled}`,
    ...(switches.has('remote-debugging-port') ? [] : ['--remote-debugging-port=0']),
    ...(switches.has('autoplay-policy') ? [] : ['--autoplay-policy=no-user-gesture-required']),
    ...[...switches]
      .filter(([name]) => !NOT_PASSED_ON.has(name))
      .map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`)),
  ];
}

/** Rejects with Chromium's own last words when it ends before it listens. `onGone`: it ended although nobody closed it. */
export async function launchChromium(
  binary: string,
  options: { readonly userData: string; readonly switches: Switches; readonly onGone: () => void },
): Promise<Browser> {
  mkdirSync(join(options.userData, 'chromium'), { recursive: true });
  const child = spawn(binary, chromiumArguments(options.userData, options.switches), {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  let closing = false;
  let said = '';
  const endpoint = new Promise<string>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`Chromium ended with ${code}.\n${said}`)));
    (child.stdio[2] as Readable).on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-8000);
      const listening = /DevTools listening on (ws:\S+)/.exec(said);
      if (listening?.[1]) resolve(listening[1]);
    });
  });
  // Descriptors 3 and 4 are the pipe's two ends, as `stdio` above asked for.
  const cdp = openCdp(child.stdio[3] as Writable, child.stdio[4] as Readable, () => {
    if (!closing) options.onGone();
  });
  return {
    cdp,
    endpoint: await endpoint,
    pid: child.pid ?? 0,
    close: async () => {
      closing = true;
      if (cdp.isClosed()) return;
      const kill = setTimeout(() => child.kill('SIGKILL'), 5000);
      cdp.root.send('Browser.close').catch(() => child.kill('SIGKILL'));
      await exited;
      clearTimeout(kill);
    },
  };
}
