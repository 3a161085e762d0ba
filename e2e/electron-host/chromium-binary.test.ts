import { expect, it } from 'vitest';
import { chromiumBinary } from './chromium-binary.ts';

const only =
  (...paths: string[]) =>
  (path: string) =>
    paths.includes(path);
const playwrights = async () => '/cache/chromium';

it('takes the Chromium that SHOPBELL_CHROMIUM names', async () => {
  const env = { SHOPBELL_CHROMIUM: '/opt/chromium' };
  expect(await chromiumBinary(env, only('/opt/chromium', '/usr/bin/chromium'), playwrights)).toBe('/opt/chromium');
});

it('says so when SHOPBELL_CHROMIUM names nothing, instead of taking another', async () => {
  const env = { SHOPBELL_CHROMIUM: '/opt/chromium' };
  await expect(chromiumBinary(env, only('/usr/bin/chromium'), playwrights)).rejects.toThrow('no such file');
});

it('looks in the usual places before it asks Playwright', async () => {
  expect(await chromiumBinary({}, only('/usr/bin/google-chrome', '/cache/chromium'), playwrights)).toBe(
    '/usr/bin/google-chrome',
  );
  expect(await chromiumBinary({}, only('/cache/chromium'), playwrights)).toBe('/cache/chromium');
});

it('says what to do when there is none', async () => {
  await expect(chromiumBinary({}, only(), playwrights)).rejects.toThrow('npx playwright install chromium');
});
