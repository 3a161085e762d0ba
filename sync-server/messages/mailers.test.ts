import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { examMail, mailerExam } from './mailer-exam.ts';
import { createOutboxMailer } from './outbox-mailer.ts';
import { createSmtpMailer } from './smtp-mailer.ts';
import { openTestSmtp, smtpReply, type TestSmtp } from './smtp-testing.ts';

const tempFolder = () => mkdtemp(join(tmpdir(), 'shopbell-outbox-'));

mailerExam('outbox', async () => {
  const folder = await tempFolder();
  return {
    mailer: createOutboxMailer(folder),
    arrived: async () => Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name)))),
    close: async () => undefined,
  };
});

mailerExam('smtp', async () => {
  const server = await openTestSmtp();
  return {
    mailer: createSmtpMailer(server.url),
    arrived: async () => server.accepted.map((each) => each.raw),
    close: () => server.close(),
  };
});

test('an outbox folder that cannot be written is reported and may be tried again', async () => {
  const file = join(await tempFolder(), 'file');
  await writeFile(file, '');
  expect(await createOutboxMailer(join(file, 'outbox')).send(examMail())).toMatchObject({ kind: 'later' });
});

describe('SMTP that does not go well', () => {
  let server: TestSmtp | undefined;
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });
  const send = (url: string) => createSmtpMailer(url).send(examMail());

  test('nobody at the port: later', async () => {
    const gone = await openTestSmtp();
    await gone.close();
    expect(await send(gone.url)).toEqual({ kind: 'later', reason: expect.stringContaining('cannot be reached') });
  });

  test('550 for the recipient: refused, and the reason says it is the address', async () => {
    server = await openTestSmtp({ onRcptTo: (_address, _session, done) => done(smtpReply(550)) });
    expect(await send(server.url)).toEqual({
      kind: 'refused',
      reason: 'The mail server refused the e-mail address (550).',
    });
  });

  test('451 for the recipient, then accepted: later, then sent once', async () => {
    let tries = 0;
    server = await openTestSmtp({
      onRcptTo: (_address, _session, done) => done((tries += 1) === 1 ? smtpReply(451) : null),
    });
    expect(await send(server.url)).toMatchObject({ kind: 'later' });
    expect(await send(server.url)).toEqual({ kind: 'sent' });
    expect(server.accepted).toHaveLength(1);
  });

  test('451 after the text: later', async () => {
    server = await openTestSmtp({
      onData: (stream, _session, done) => stream.resume().on('end', () => done(smtpReply(451))),
    });
    expect(await send(server.url)).toMatchObject({ kind: 'later' });
  });

  test('554 after the text: refused', async () => {
    server = await openTestSmtp({
      onData: (stream, _session, done) => stream.resume().on('end', () => done(smtpReply(554))),
    });
    expect(await send(server.url)).toMatchObject({ kind: 'refused' });
  });

  test('a connection cut before the text was asked for: later', async () => {
    server = await openTestSmtp({
      onRcptTo: () => server?.cut(),
    });
    expect(await send(server.url)).toMatchObject({ kind: 'later' });
  });

  test('a connection cut after the text was handed over: nobody can know', async () => {
    server = await openTestSmtp({
      onData: (stream) => stream.resume().on('end', () => server?.cut()),
    });
    expect(await send(server.url)).toMatchObject({ kind: 'unsure', reason: expect.stringContaining('may or may not') });
  });

  test('a wrong password: later, and the reason names the setting', async () => {
    server = await openTestSmtp({
      authOptional: false,
      onAuth: (_auth, _session, done) => done(smtpReply(535)),
    });
    const url = server.url.replace('smtp://', 'smtp://shop:wrong-password@');
    const result = await send(url);
    expect(result).toMatchObject({ kind: 'later', reason: expect.stringContaining('SMTP_URL') });
    expect(JSON.stringify(result)).not.toContain('wrong-password');
  });

  test('the right name and password are used', async () => {
    server = await openTestSmtp({
      authOptional: false,
      onAuth: ({ username, password }, _session, done) =>
        username === 'shop' && password === 'p@ss' ? done(null, { user: 'shop' }) : done(smtpReply(535)),
    });
    expect(await send(server.url.replace('smtp://', 'smtp://shop:p%40ss@'))).toEqual({ kind: 'sent' });
  });
});
