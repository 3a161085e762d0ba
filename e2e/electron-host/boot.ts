import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromiumBinary } from './chromium-binary.ts';
import { launchChromium } from './chromium.ts';
import { createElectron } from './electron-api.ts';
import { createHost } from './host.ts';
import { readLaunchFacts } from './launch-facts.ts';
import { provideElectron } from './require-electron.ts';
import { HostSession } from './session.ts';

/** `node boot.cjs <executable> [Electron's command line]`: run an Electron app, in Electron's own order of starting. */
async function boot(): Promise<void> {
  const [, self = '', executable = '', ...args] = process.argv;
  const built = dirname(self);
  const facts = readLaunchFacts(args, executable, built);
  const host = createHost(facts, (schemes) => new HostSession(schemes));
  const { electron, app, watchTargets } = createElectron(host);

  process.argv = [...facts.argv];
  Object.defineProperty(process.versions, 'electron', { value: 'host' });
  Object.defineProperty(process, 'type', { value: 'browser' });
  process.on('SIGTERM', () => app.quit());
  process.on('SIGINT', () => app.quit());
  provideElectron(electron, built);

  const require = createRequire(self);
  for (const file of facts.required) require(resolve(file));
  await import(/* @vite-ignore */ pathToFileURL(facts.mainScript).href);
  if (app.isEnding()) return;

  const browser = await launchChromium(await chromiumBinary(), {
    userData: app.getPath('userData'),
    switches: host.switches,
    onGone: () => {
      process.stderr.write('electron-host: Chromium went away\n');
      process.exit(1);
    },
  });
  host.setBrowser(browser);
  const version = await browser.cdp.root.send('Browser.getVersion');
  Object.defineProperty(process.versions, 'chrome', { value: version.product.split('/')[1] ?? '' });
  await watchTargets();
  // Test drivers look for this line of Chromium's.
  process.stderr.write(`\nDevTools listening on ${browser.endpoint}\n`);
  app.becomeReady();
}

boot().catch((error: unknown) => {
  process.stderr.write(`A JavaScript error occurred in the main process\n${String(error)}\n`);
  process.exit(1);
});
