import { existsSync } from 'node:fs';

const USUAL_PLACES = [
  '/usr/lib/chromium/chromium',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * The Chromium that stands in for Electron's own: `SHOPBELL_CHROMIUM`, a system's usual places, then the one Playwright
 * installed. Rejects with a sentence when there is none, or when the one asked for is not there.
 */
export async function chromiumBinary(
  env: Readonly<Record<string, string | undefined>> = process.env,
  exists: (path: string) => boolean = existsSync,
  playwrights: () => Promise<string> = playwrightsChromium,
): Promise<string> {
  const asked = env['SHOPBELL_CHROMIUM'];
  if (asked) {
    if (exists(asked)) return asked;
    throw new Error(`SHOPBELL_CHROMIUM names ${asked}, but there is no such file.`);
  }
  const usual = USUAL_PLACES.find(exists);
  if (usual) return usual;
  const installed = await playwrights();
  if (exists(installed)) return installed;
  throw new Error(
    'No Chromium found. Install one (npx playwright install chromium) or set SHOPBELL_CHROMIUM to its path.',
  );
}

/** Loaded only when it is needed: Playwright is large, and every window of a test run starts this host. */
async function playwrightsChromium(): Promise<string> {
  const { chromium } = await import('@playwright/test');
  return chromium.executablePath();
}
