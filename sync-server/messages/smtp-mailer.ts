import { Readable } from 'node:stream';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Mail, Mailer, SendResult } from './mailer.ts';
import { rawMail } from './raw-mail.ts';
import { smtpFault } from './smtp-fault.ts';

const CONNECT_MS = 20_000;
/** Below SEND_LIMIT_MS together with the time to connect. RFC 5321 4.5.3.2 asks for minutes, but a person waits. */
const SILENCE_MS = 60_000;

/**
 * Mails by SMTP, one connection each. The text is handed over only when the server asks for it (its answer to DATA); from
 * then on until it has answered, nobody can know whether it took the mail, and a cut is reported as `unsure`.
 * @param url `smtp://user:password@host:587` or `smtps://…`, checked with the settings.
 */
export function createSmtpMailer(url: string): Mailer {
  return {
    kind: 'smtp',
    repeatable: false,
    send: async (mail) => {
      const handover = { begun: false };
      try {
        await deliver(url, mail, await rawMail(mail), handover);
        return { kind: 'sent' };
      } catch (error) {
        return smtpFault(error, handover.begun) satisfies SendResult;
      }
    },
  };
}

async function deliver(url: string, mail: Mail, raw: Uint8Array, handover: { begun: boolean }): Promise<void> {
  const { auth, ...options } = parseConnectionUrl(url);
  const connection = new SMTPConnection({
    ...options,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    dnsTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as ConstructorParameters<typeof SMTPConnection>[0]);
  const message = new Readable({
    read() {
      handover.begun = true;
      this.push(raw);
      this.push(null);
    },
  });
  await new Promise<void>((resolve, reject) => {
    const settle = (error?: Error | null) => (error ? reject(error) : resolve());
    const send = () => connection.send({ from: mail.from.address, to: [mail.to.address] }, message, settle);
    connection.once('error', reject);
    connection.once('end', () => reject(Object.assign(new Error('closed'), { code: 'ECONNECTION' })));
    connection.connect((fault) => {
      if (fault) reject(fault);
      else if (auth) connection.login(auth, (refused) => (refused ? reject(refused) : send()));
      else send();
    });
  }).finally(() => connection.close());
}
