import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultDataFolder } from './data-folder.ts';
import { readSettings } from './settings.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'shopbell-settings-'));
const folderWith = (settings: unknown) => {
  const dir = folder();
  writeFileSync(join(dir, 'shopbell.json'), typeof settings === 'string' ? settings : JSON.stringify(settings));
  return dir;
};
const faultOf = (env: Record<string, string>, args: string[] = []): string => {
  try {
    readSettings(env, args);
  } catch (error) {
    expect(error).toMatchObject({ name: 'ShopbellError', code: 'settings' });
    return (error as Error).message;
  }
  throw new Error('these settings were accepted');
};

describe('settings', () => {
  test('without any, the server listens on loopback 8484 for the demo shop', () => {
    const dataFolder = folder();
    expect(readSettings({ SHOPBELL_DATA: dataFolder }, [])).toEqual({
      dataFolder,
      port: 8484,
      host: '127.0.0.1',
      shop: 'demo',
      demo: true,
      couchdbUrl: null,
      smtpUrl: null,
      apiKey: null,
      mailFrom: null,
      log: 'info',
    });
  });

  test('the command line outranks the environment, the environment outranks the file', () => {
    const dir = folderWith({ PORT: 1111, HOST: '0.0.0.0', SHOPBELL_DEMO: false });
    const settings = readSettings({ SHOPBELL_DATA: '/nowhere', PORT: '2222' }, ['--data', dir]);
    expect(settings).toMatchObject({ dataFolder: dir, port: 2222, host: '0.0.0.0', demo: false });
  });

  test('an empty variable counts as not set', () => {
    expect(readSettings({ SHOPBELL_DATA: folder(), PORT: '', COUCHDB_URL: '' }, [])).toMatchObject({
      port: 8484,
      couchdbUrl: null,
    });
  });

  test.each([
    ['SHOPBELL_LOG', 'loud'],
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['PORT', '80.5'],
    ['HOST', 'not a host'],
    ['COUCHDB_URL', 'ftp://a:b@example.test'],
    ['COUCHDB_URL', 'http://example.test:5984'],
    ['SMTP_URL', 'mail.example.test'],
    ['SHOPBELL_API_KEY', 'has space'],
    ['SHOPBELL_MAIL_FROM', 'nobody'],
    ['SHOPBELL_SHOP', 'Not/An id'],
    ['SHOPBELL_DEMO', 'perhaps'],
  ])('%s=%s is refused by name, with what to write instead', (name, value) => {
    const fault = faultOf({ SHOPBELL_DATA: folder(), [name]: value });
    expect(fault).toContain(`${name} (environment) must`);
  });

  test('a refused secret is never repeated', () => {
    expect(faultOf({ SHOPBELL_DATA: folder(), COUCHDB_URL: 'ftp://boss:hunter2@example.test' })).not.toContain(
      'hunter2',
    );
  });

  test('every wrong setting is named at once', () => {
    const fault = faultOf({ SHOPBELL_DATA: folderWith({ PROT: 1 }), PORT: 'x', SMTP_URL: 'y' });
    expect(fault).toContain('PORT');
    expect(fault).toContain('SMTP_URL');
    expect(fault).toContain('PROT in shopbell.json is not a setting');
  });

  test('a settings file that is not JSON, or not an object, is refused', () => {
    expect(faultOf({ SHOPBELL_DATA: folderWith('{') })).toContain('not valid JSON');
    expect(faultOf({ SHOPBELL_DATA: folderWith([]) })).toContain('one JSON object');
  });

  test('an unknown option is refused', () => {
    expect(faultOf({}, ['--date', 'x'])).toContain('--data DIR');
  });
});

test('the default data folder is the user data directory of the system', () => {
  expect(defaultDataFolder('linux', {}, '/home/ann')).toBe('/home/ann/.local/share/shopbell');
  expect(defaultDataFolder('linux', { XDG_DATA_HOME: '/x' }, '/home/ann')).toBe('/x/shopbell');
  expect(defaultDataFolder('darwin', {}, '/Users/ann')).toBe('/Users/ann/Library/Application Support/Shopbell');
  expect(defaultDataFolder('win32', { LOCALAPPDATA: 'L' }, 'H')).toContain('Shopbell');
});
