import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shipped } from '../testing/changes.ts';
import { openTestServer } from '../testing/open-server.ts';
import { sampleOrder } from '../testing/sample-order.ts';
import { until } from '../testing/until.ts';

test('a mail of the outbox can be read as a page, as HTML that can do nothing, and raw', async () => {
  const server = await openTestServer();
  const evil = '<img src=x onerror=alert(1)>';
  const { body } = await server.post(sampleOrder({ contact: { name: evil, email: 'ann@example.test' } }), 'one');
  const id = String(body['id']);
  await server.databases.changes.putAll([shipped(id)]);
  const name = `${id}~p1~1`;
  await until('the mail', async () =>
    (await readdir(join(server.folder, 'outbox')).catch((): string[] => [])).includes(`${name}.eml`),
  );
  const get = (path: string) => fetch(`${server.address}${path}`);
  const list = await (await get('/outbox')).text();
  expect(list).toContain(`/outbox/${name}`);
  expect(list).toContain('ann@example.test');
  const page = await get(`/outbox/${name}`);
  const text = await page.text();
  expect(text).toContain('sandbox');
  expect(text).not.toContain(evil);
  const html = await get(`/outbox/${name}/html`);
  expect(html.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(html.headers.get('content-security-policy')).toContain('sandbox');
  expect(await html.text()).not.toContain(evil);
  const raw = await get(`/outbox/${name}/raw`);
  expect(raw.headers.get('content-type')).toContain('message/rfc822');
  expect(await raw.text()).toContain('Message-ID');
  for (const path of ['none', '..%2fapi-key', '%2e%2e%2fapi-key', 'x'.repeat(200)])
    expect((await get(`/outbox/${path}`)).status).toBe(404);
  await server.close();
});
