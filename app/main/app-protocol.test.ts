import fc from 'fast-check';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { expect, it } from 'vitest';
import { appFile, contentType } from './app-files.ts';
import { createPageHandler } from './app-protocol.ts';

function builtPage(): string {
  const root = join(mkdtempSync(join(tmpdir(), 'shopbell-page-')), 'renderer');
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(root, 'index.html'), '<meta nonce="__CSP_NONCE__"><style nonce="__CSP_NONCE__"></style>');
  writeFileSync(join(root, 'assets/a b.js'), 'const place = "__CSP_NONCE__";');
  writeFileSync(join(root, 'ring.wav'), Buffer.from([0, 255, 128]));
  writeFileSync(join(root, '../secret.txt'), 'secret');
  return root;
}

it('serves the page with its policy and a fresh nonce each time', async () => {
  const handle = createPageHandler(builtPage(), 'http://127.0.0.1:8484');
  const nonces = new Set<string>();
  for (const url of ['app://register/', 'app://register/index.html', 'app://register/index.html?x=1#y']) {
    const answer = await handle({ url });
    const policy = answer.headers.get('content-security-policy') ?? '';
    const nonce = /style-src 'self' 'nonce-([A-Za-z0-9+/=]+)'/.exec(policy)?.[1] ?? '';
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await answer.text()).toBe(`<meta nonce="${nonce}"><style nonce="${nonce}"></style>`);
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self' http://127.0.0.1:8484;");
    expect(policy).not.toMatch(/unsafe|\*/);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(3);
});

it('serves other files byte for byte, with the type that lets a browser use them', async () => {
  const handle = createPageHandler(builtPage(), 'http://127.0.0.1:8484');
  const script = await handle({ url: 'app://register/assets/a%20b.js' });
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(script.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await script.text()).toBe('const place = "__CSP_NONCE__";');
  const sound = await handle({ url: 'app://register/ring.wav' });
  expect([...new Uint8Array(await sound.arrayBuffer())]).toEqual([0, 255, 128]);
  expect(sound.headers.get('content-type')).toBe('audio/wav');
});

it.each([
  'app://register/nope.js',
  'app://register/assets',
  'app://register/..%2fsecret.txt',
  'app://register/assets/..%2f..%2fsecret.txt',
  'app://register/%2e%2e%2fsecret.txt',
  'app://register/..%5csecret.txt',
  'app://register/index.html%00',
  'app://register/%zz',
  'app://elsewhere/index.html',
  'https://register/index.html',
])('answers 404 to %s', async (url) => {
  expect((await createPageHandler(builtPage(), 'http://127.0.0.1:8484')({ url })).status).toBe(404);
});

it('never leads out of the folder, whatever the address', () => {
  const part = fc.constantFrom(
    '..',
    '.',
    '%2e%2e',
    '%2f',
    '%5c',
    '\\',
    '/',
    '//',
    'a',
    'index.html',
    '%00',
    '%25',
    'C:',
    '~',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const file = appFile('/srv/app/renderer', `app://register/${parts.join('/')}`);
      expect(file === null || file.startsWith(`/srv/app/renderer${sep}`)).toBe(true);
    }),
  );
});

it('calls an unknown kind of file plain bytes', () => {
  expect(contentType('a.exe')).toBe('application/octet-stream');
  expect(contentType('A.PNG')).toBe('image/png');
});
