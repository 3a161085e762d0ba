import { expect, test } from 'vitest';
import type { Mailer } from '../sync-server/messages/mailer.ts';
import { examMail, mailerExam } from '../sync-server/messages/mailer-exam.ts';
import { rawMail } from '../sync-server/messages/raw-mail.ts';
import { createMailbox } from './mailbox.ts';
import { createRandom } from './random.ts';

const open = (kind: Mailer['kind']) =>
  createMailbox({
    kind,
    time: { sleep: () => Promise.resolve() },
    random: createRandom(1, 'mail'),
    note: () => undefined,
  });

for (const kind of ['smtp', 'outbox'] as const)
  mailerExam(`the simulated ${kind} mailer`, () => {
    const box = open(kind);
    return Promise.resolve({
      mailer: box.mailer,
      arrived: () => Promise.all(box.mails.map(async (mail) => Buffer.from(await rawMail(mail)))),
      close: () => Promise.resolve(),
    });
  });

test('in trouble it may accept a mail and leave its sender in doubt', async () => {
  const box = open('smtp');
  box.trouble(1);
  const doubts = [];
  for (let n = 0; n < 40; n += 1) {
    const key = `o-${n}:p1:1`;
    const { kind } = await box.mailer.send(examMail({ key }));
    if (kind === 'unsure') doubts.push(box.accepted.has(key));
    else expect(box.accepted.has(key)).toBe(false);
  }
  expect(new Set(doubts)).toEqual(new Set([true, false]));
});
