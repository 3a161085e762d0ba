import { simpleParser } from 'mailparser';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Mail, Mailer } from './mailer.ts';

/** A mailer under examination, with what arrived at its other side. */
export type Examinee = {
  readonly mailer: Mailer;
  /** The mails that arrived, raw, one per message. */
  arrived(): Promise<readonly Buffer[]>;
  close(): Promise<void>;
};

/** A mail to examine with. */
export function examMail(more: Partial<Mail> = {}): Mail {
  return {
    key: 'o-000000000000000000000001:p1:1',
    messageId: '<abc@shop.example.test>',
    from: { name: 'Kedai Ünïcode', address: 'shop@shop.example.test' },
    to: { name: 'Ann Example', address: 'ann@example.test' },
    subject: 'Your order 1001 has been shipped',
    text: 'Hello Ann,\n.\nTracking ID: ABC\n',
    html: '<p>Hello Ann</p>',
    date: '2026-01-31T09:30:00.000Z',
    ...more,
  };
}

/** What every mailer must do (mailer.ts). `open` makes a fresh one whose other side accepts everything. */
export function mailerExam(name: string, open: () => Promise<Examinee>): void {
  describe(`mailer exam: ${name}`, () => {
    let examinee: Examinee;
    beforeEach(async () => {
      examinee = await open();
    });
    afterEach(() => examinee.close());

    const only = async () => {
      const arrived = await examinee.arrived();
      expect(arrived).toHaveLength(1);
      return simpleParser(arrived[0] ?? '');
    };

    test('a mail arrives whole, with text, HTML and its own Message-ID', async () => {
      const mail = examMail();
      expect(await examinee.mailer.send(mail)).toEqual({ kind: 'sent' });
      const got = await only();
      expect(got.messageId).toBe(mail.messageId);
      expect(got.subject).toBe(mail.subject);
      expect(got.from?.value).toEqual([{ ...mail.from }]);
      expect(got.text?.trim()).toBe(mail.text.trim());
      expect(got.html).toContain('<p>Hello Ann</p>');
      expect(got.date?.toISOString()).toBe(mail.date);
    });

    test('names and subjects with line breaks make no further header and no further recipient', async () => {
      const evil = 'x\r\nBcc: all@example.test\r\n\r\nbody';
      expect(
        await examinee.mailer.send(
          examMail({ subject: evil, to: { name: `"${evil}" <other@example.test>`, address: 'ann@example.test' } }),
        ),
      ).toEqual({ kind: 'sent' });
      const got = await only();
      expect(got.bcc).toBeUndefined();
      expect(got.headers.has('bcc')).toBe(false);
      expect(
        [got.to]
          .flat()
          .flatMap((each) => each?.value ?? [])
          .map((each) => each.address),
      ).toEqual(['ann@example.test']);
      expect(got.subject).toContain('Bcc: all@example.test');
    });

    test('right-to-left text, emoji and long lines arrive as they were', async () => {
      const text = `مرحبا 👩‍👩‍👧 ${'long '.repeat(500)}end`;
      expect(await examinee.mailer.send(examMail({ text }))).toEqual({ kind: 'sent' });
      expect((await only()).text?.trim()).toBe(text);
    });

    test('several mails at once all arrive', async () => {
      const keys = ['a', 'b', 'c', 'd', 'e'].map((letter) => `o-${letter}:p1:1`);
      const results = await Promise.all(
        keys.map((key) => examinee.mailer.send(examMail({ key, messageId: `<${key}@x.test>` }))),
      );
      expect(results.every((result) => result.kind === 'sent')).toBe(true);
      expect(await examinee.arrived()).toHaveLength(5);
    });

    test('a mailer that calls itself repeatable leaves one mail when the same one is sent twice', async () => {
      await examinee.mailer.send(examMail());
      await examinee.mailer.send(examMail());
      expect(await examinee.arrived()).toHaveLength(examinee.mailer.repeatable ? 1 : 2);
    });
  });
}
