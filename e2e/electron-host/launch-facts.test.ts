import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readLaunchFacts } from './launch-facts.ts';

const folder = join(import.meta.dirname, 'fixture-app');

it("reads Electron's command line as a test driver writes it", () => {
  const args = ['-r', 'loader.js', '--no-sandbox', '--inspect=0', folder, '--user-data-dir=/d', '--server=http://a=b'];
  const facts = readLaunchFacts(args, '/host/electron', '/host');
  expect(facts.required).toEqual(['loader.js']);
  expect(facts.argv).toEqual(['/host/electron', ...args.slice(2)]);
  expect(facts.mainScript).toBe(join(folder, 'main.mjs'));
  expect(facts.appPackage.version).toBe('1.2.3');
  expect([...facts.switches]).toEqual([
    ['no-sandbox', ''],
    ['inspect', '0'],
    ['user-data-dir', '/d'],
    ['server', 'http://a=b'],
  ]);
});

it('takes a script as well as a folder', () => {
  expect(readLaunchFacts([join(folder, 'main.mjs')], '/e', '/b').mainScript).toBe(join(folder, 'main.mjs'));
});

it('throws when there is no such app', () => {
  expect(() => readLaunchFacts([join(folder, 'nowhere')], '/e', '/b')).toThrow('ENOENT');
});
