import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Order } from '../../../domain/order.ts';
import { createOutboxMailer } from '../../messages/outbox-mailer.ts';
import type { Mailer } from '../../messages/mailer.ts';
import type { MessageJob } from '../../messages/message-job.ts';
import { createSmtpMailer } from '../../messages/smtp-mailer.ts';
import { openTestSmtp, smtpReply, type TestSmtp } from '../../messages/smtp-testing.ts';
import type { ShopDatabases } from '../../hub/hub.ts';
import { changeOf, shipped } from '../../testing/changes.ts';
import { flowDeps, pushChanges, putOrder, putProfile, untilOrder } from '../../testing/flow-world.ts';
import { mortal } from '../../testing/mortal.ts';
import { openTestHub, type TestHub } from '../../testing/open-hub.ts';
import { tempFolder } from '../../testing/open-server.ts';
import { until } from '../../testing/until.ts';
import { createFlows, type Flows } from '../../start/start-flows.ts';
import { STOPPED_REASON } from './job-steps.ts';

let world: TestHub;
let smtp: TestSmtp | undefined;
const open: Flows[] = [];
const start = (mailer: Mailer, databases: ShopDatabases = world.databases, worker = 'w1'): Flows => {
  const flows = createFlows();
  flows.start({ ...flowDeps(databases), mailer, mailFrom: null, worker });
  open.push(flows);
  return flows;
};
beforeEach(async () => {
  world = await openTestHub();
  await putProfile(world.databases);
  await world.databases.shop.put({
    type: 'courier',
    id: 'courier:pos',
    name: 'Pos Laju',
    trackingUrl: 'https://track.example.test/{id}',
  });
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((flows) => flows.close()));
  await smtp?.close();
  smtp = undefined;
  await world.close();
});

const job = (key: string) => world.databases.messages.get<MessageJob>(key);
const closed = (key: string) =>
  until(`the end of ${key}`, async () => {
    const found = await job(key);
    return found && found.due === undefined ? found : null;
  });
const told = (order: Order, key: string) => order.messages.find((message) => message.key === key);

describe('telling the customer', () => {
  test('a hundred closed messages and more hold up no new one, and nothing is written while nothing is to do', async () => {
    smtp = await openTestSmtp();
    const past = Array.from({ length: 130 }, (_, n): MessageJob => ({
      type: 'message',
      id: `o-${n}:p1:1`,
      kind: 'shipped',
      orderId: `o-${n}`,
      parcelId: 'p1',
      state: 'sent',
      createdAt: '2026-01-02T03:04:05.000Z',
      attempts: 0,
      written: true,
    }));
    await world.databases.messages.putAll(past);
    await putOrder(world.databases, 'o-new');
    start(createSmtpMailer(smtp.url));
    await pushChanges(world.databases, [shipped('o-new')]);
    await closed('o-new:p1:1');
    expect(smtp.accepted).toHaveLength(1);
    const { lastSeq } = await world.databases.messages.info();
    const quiet = await world.databases.messages.changes(lastSeq, { limit: 1, waitMs: 500 });
    expect(quiet.changes).toEqual([]);
  });

  test('a parcel earns one mail, which arrives and is noted on the order', async () => {
    smtp = await openTestSmtp();
    await putOrder(world.databases, 'o-1', { contact: { name: 'Ann <b>Example</b>', email: 'ann@example.test' } });
    start(createSmtpMailer(smtp.url));
    await pushChanges(world.databases, [shipped('o-1', 'TRK/1')]);
    const order = await untilOrder(
      world.databases.orders,
      'o-1',
      'told',
      (each) => told(each, 'o-1:p1:1')?.state === 'sent',
    );
    expect(order.history.at(-1)).toMatchObject({ what: 'message-sent', to: 'ann@example.test' });
    await closed('o-1:p1:1');
    expect(smtp.accepted).toHaveLength(1);
    expect(smtp.accepted[0]?.to).toEqual(['ann@example.test']);
    const mail = await simpleParser(smtp.accepted[0]?.raw ?? '');
    for (const text of [
      '1001',
      '2 x Cup, Jade',
      'Courier: Pos Laju',
      'Tracking ID: TRK/1',
      'https://track.example.test/TRK%2F1',
    ])
      expect(mail.text).toContain(text);
    expect(mail.html).toContain('Ann &lt;b&gt;Example&lt;/b&gt;');
    expect(mail.html).not.toContain('<b>Example');
    expect(mail.from?.value[0]).toEqual({ name: 'Kedai <Contoh>', address: 'shop@shop.example.test' });
  });

  test('an order without an e-mail address says so in its history', async () => {
    const outbox = await tempFolder();
    await putOrder(world.databases, 'o-1', { contact: { name: 'Ann' } });
    start(createOutboxMailer(outbox));
    await pushChanges(world.databases, [shipped('o-1')]);
    const order = await untilOrder(
      world.databases.orders,
      'o-1',
      'failed',
      (each) => told(each, 'o-1:p1:1')?.state === 'failed',
    );
    expect(told(order, 'o-1:p1:1')?.reason).toContain('no e-mail address');
    expect(await readdir(outbox)).toEqual([]);
  });

  test('a refused address fails for good; Send again sends exactly one more', async () => {
    let refuse = true;
    smtp = await openTestSmtp({ onRcptTo: (_address, _session, done) => done(refuse ? smtpReply(550) : null) });
    await putOrder(world.databases, 'o-1');
    start(createSmtpMailer(smtp.url));
    await pushChanges(world.databases, [shipped('o-1')]);
    const failed = await untilOrder(
      world.databases.orders,
      'o-1',
      'failed',
      (each) => told(each, 'o-1:p1:1')?.state === 'failed',
    );
    expect(told(failed, 'o-1:p1:1')?.reason).toContain('550');
    refuse = false;
    await pushChanges(world.databases, [changeOf({ kind: 'send-again', orderId: 'o-1', messageKey: 'o-1:p1:1' })]);
    await untilOrder(
      world.databases.orders,
      'o-1',
      'told again',
      (each) => told(each, 'o-1:again:1')?.state === 'sent',
    );
    expect(smtp.accepted).toHaveLength(1);
    expect(smtp.accepted[0]?.raw.toString()).toContain('TRK1');
  });

  test('a mail server that is away: the order shows the failure, and later that it went out', async () => {
    const gone = await openTestSmtp();
    await gone.close();
    await putOrder(world.databases, 'o-1');
    start(createSmtpMailer(gone.url));
    await pushChanges(world.databases, [shipped('o-1')]);
    await untilOrder(world.databases.orders, 'o-1', 'failed', (each) => told(each, 'o-1:p1:1')?.state === 'failed');
    smtp = await openTestSmtp({}, gone.port);
    const order = await untilOrder(
      world.databases.orders,
      'o-1',
      'told',
      (each) => told(each, 'o-1:p1:1')?.state === 'sent',
    );
    expect(order.messages).toHaveLength(1);
    expect(order.history.filter((entry) => entry.what === 'message-failed')).toHaveLength(1);
    expect(smtp.accepted).toHaveLength(1);
    expect((await closed('o-1:p1:1')).attempts).toBeGreaterThan(0);
  });

  test('Send again takes the place of the message that was still being tried', async () => {
    const gone = await openTestSmtp();
    await gone.close();
    await putOrder(world.databases, 'o-1');
    start(createSmtpMailer(gone.url));
    await pushChanges(world.databases, [shipped('o-1')]);
    await untilOrder(world.databases.orders, 'o-1', 'failed', (each) => told(each, 'o-1:p1:1')?.state === 'failed');
    await pushChanges(world.databases, [changeOf({ kind: 'send-again', orderId: 'o-1', messageKey: 'o-1:p1:1' })]);
    await untilOrder(world.databases.orders, 'o-1', 'failed', (each) => told(each, 'o-1:again:1')?.state === 'failed');
    smtp = await openTestSmtp({}, gone.port);
    await Promise.all([closed('o-1:p1:1'), closed('o-1:again:1')]);
    expect(smtp.accepted).toHaveLength(1);
  });

  test('a connection cut while sending is not tried again by itself', async () => {
    smtp = await openTestSmtp({ onData: (stream) => stream.resume().on('end', () => smtp?.cut()) });
    await putOrder(world.databases, 'o-1');
    start(createSmtpMailer(smtp.url));
    await pushChanges(world.databases, [shipped('o-1')]);
    const order = await untilOrder(
      world.databases.orders,
      'o-1',
      'failed',
      (each) => told(each, 'o-1:p1:1')?.state === 'failed',
    );
    expect(told(order, 'o-1:p1:1')?.reason).toContain('may or may not');
    expect((await closed('o-1:p1:1')).state).toBe('failed');
  });

  test('one bad address does not hold up the others', async () => {
    smtp = await openTestSmtp({
      onRcptTo: ({ address }, _session, done) => done(address.startsWith('bad') ? smtpReply(451) : null),
    });
    for (let index = 0; index < 12; index += 1)
      await putOrder(world.databases, `o-${index}`, {
        contact: { name: 'A', email: `${index % 2 ? 'bad' : 'good'}${index}@example.test` },
      });
    start(createSmtpMailer(smtp.url));
    await pushChanges(
      world.databases,
      Array.from({ length: 12 }, (_each, index) => shipped(`o-${index}`)),
    );
    await until('the good ones', () => smtp?.accepted.length === 6);
    await untilOrder(world.databases.orders, 'o-1', 'failed', (each) => told(each, 'o-1:p1:1')?.state === 'failed');
  });

  test('a corrected tracking ID is told as such, unless the person chose not to', async () => {
    const outbox = await tempFolder();
    await putOrder(world.databases, 'o-1');
    start(createOutboxMailer(outbox));
    await pushChanges(world.databases, [shipped('o-1')]);
    await closed('o-1:p1:1');
    const correct = (seenRevision: number, trackingId: string, tell: boolean) =>
      changeOf({
        kind: 'correct-tracking',
        orderId: 'o-1',
        parcelId: 'p1',
        seenRevision,
        courier: 'Pos Laju',
        trackingId,
        tell,
      });
    await pushChanges(world.databases, [correct(1, 'QUIET', false)]);
    await untilOrder(world.databases.orders, 'o-1', 'corrected', (each) => each.parcels[0]?.revision === 2);
    await pushChanges(world.databases, [correct(2, 'LOUD', true)]);
    await closed('o-1:p1:3');
    expect((await readdir(outbox)).toSorted()).toEqual(['o-1~p1~1.eml', 'o-1~p1~3.eml']);
    expect((await simpleParser(await readFile(join(outbox, 'o-1~p1~3.eml')))).subject).toContain(
      'New tracking details',
    );
  });

  test('ready for pickup is told; cancelled before its mail went out, it is not', async () => {
    const gone = await openTestSmtp();
    await gone.close();
    await putOrder(world.databases, 'o-1', { method: 'pickup' });
    start(createSmtpMailer(gone.url));
    await pushChanges(world.databases, [
      changeOf({ kind: 'change-status', orderId: 'o-1', seen: 'paid', to: 'ready-for-pickup' }),
    ]);
    await untilOrder(world.databases.orders, 'o-1', 'failed', (each) => each.messages[0]?.state === 'failed');
    await pushChanges(world.databases, [
      changeOf({ kind: 'change-status', orderId: 'o-1', seen: 'ready-for-pickup', to: 'cancelled' }),
    ]);
    smtp = await openTestSmtp({}, gone.port);
    expect((await closed('o-1:ready:1')).state).toBe('failed');
    expect(smtp.accepted).toHaveLength(0);
  });
});

describe('two servers', () => {
  test('side by side send each message once', async () => {
    smtp = await openTestSmtp();
    for (let index = 0; index < 20; index += 1) await putOrder(world.databases, `o-${index}`);
    start(createSmtpMailer(smtp.url), world.databases, 'w1');
    start(createSmtpMailer(smtp.url), world.databases, 'w2');
    await pushChanges(
      world.databases,
      Array.from({ length: 20 }, (_each, index) => shipped(`o-${index}`, `T${index}`)),
    );
    for (let index = 0; index < 20; index += 1) await closed(`o-${index}:p1:1`);
    expect(smtp.accepted).toHaveLength(20);
    const ids = smtp.accepted.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw.toString())?.[1]);
    expect(new Set(ids).size).toBe(20);
  });
});

const POINTS = Array.from({ length: 12 }, (_each, index) => index + 1).flatMap((at) =>
  (['before', 'after'] as const).map((when) => [at, when] as const),
);

describe('killed between any two steps', () => {
  // After one write and before the next differ only where a mail was sent in between, which is the SMTP test's matter.
  test.each(POINTS.filter(([, when]) => when === 'before'))(
    'write %i, %s it, into the outbox: one mail, and the order says sent',
    async (at, when) => {
      const outbox = await tempFolder();
      await putOrder(world.databases, 'o-1');
      await pushChanges(world.databases, [shipped('o-1')]);
      const doomed = mortal(world.databases, at, when);
      const first = start(createOutboxMailer(outbox), doomed.databases);
      await until(
        'the kill or the end',
        async () => doomed.dead() || ((await job('o-1:p1:1')) && !(await job('o-1:p1:1'))?.due),
      );
      await first.close();
      start(createOutboxMailer(outbox));
      await closed('o-1:p1:1');
      const order = await untilOrder(
        world.databases.orders,
        'o-1',
        'told',
        (each) => told(each, 'o-1:p1:1')?.state === 'sent',
      );
      expect(order.messages).toHaveLength(1);
      expect(order.history.filter((entry) => entry.what === 'message-sent')).toHaveLength(1);
      expect(await readdir(outbox)).toEqual(['o-1~p1~1.eml']);
    },
  );

  test.each(POINTS)(
    'write %i, %s it, by SMTP: never two mails, and the order tells the truth or that nobody knows',
    async (at, when) => {
      smtp = await openTestSmtp();
      await putOrder(world.databases, 'o-1');
      await pushChanges(world.databases, [shipped('o-1')]);
      const doomed = mortal(world.databases, at, when);
      const first = start(createSmtpMailer(smtp.url), doomed.databases);
      await until(
        'the kill or the end',
        async () => doomed.dead() || ((await job('o-1:p1:1')) && !(await job('o-1:p1:1'))?.due),
      );
      await first.close();
      start(createSmtpMailer(smtp.url));
      await closed('o-1:p1:1');
      const order = await untilOrder(
        world.databases.orders,
        'o-1',
        'told',
        (each) => told(each, 'o-1:p1:1') !== undefined,
      );
      const message = told(order, 'o-1:p1:1');
      expect(smtp.accepted.length).toBeLessThanOrEqual(1);
      if (message?.state === 'sent') expect(smtp.accepted).toHaveLength(1);
      else expect(message?.reason).toBe(STOPPED_REASON);
    },
  );
});
