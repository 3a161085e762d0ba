import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addSecurityHeaders } from '../http/security-headers.ts';
import { addPageRoutes } from './page-routes.ts';

describe('a built page', () => {
  const app = Fastify();
  let folder = '';

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'shopbell-page-'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<meta property="csp-nonce" nonce="__CSP_NONCE__">');
    writeFileSync(join(folder, 'sw.js'), '');
    writeFileSync(join(folder, 'assets', 'a-1.js'), '');
    addSecurityHeaders(app);
    await addPageRoutes(app, '/register', folder);
  });

  afterEach(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });

  it('has a fresh nonce in each answer, a service worker that may fetch, and a list of its files', async () => {
    const nonceOf = async () => {
      const { body, headers } = await app.inject('/register/');
      const nonce = /nonce="([^"]+)"/.exec(body)?.[1] ?? 'none';
      expect(headers['content-security-policy']).toContain(`'nonce-${nonce}'`);
      return nonce;
    };
    expect(await nonceOf()).not.toBe(await nonceOf());
    const worker = await app.inject('/register/sw.js');
    expect(worker.headers['content-security-policy']).toContain("connect-src 'self'");
    expect((await app.inject('/register/precache.json')).json()).toMatchObject({ files: ['./', 'assets/a-1.js'] });
    expect((await app.inject('/register')).headers['location']).toBe('/register/');
  });
});
