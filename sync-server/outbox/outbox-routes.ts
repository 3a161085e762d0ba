import type { FastifyInstance } from 'fastify';
import { escapeHtml, plainPage } from '../http/html.ts';
import { isFromHere } from '../http/loopback.ts';
import { Refusal } from '../http/refusal.ts';
import { PLAIN_PAGE_POLICY } from '../http/security-headers.ts';
import { listOutbox, type OutboxMail, readMail, readRaw } from './read-outbox.ts';

/** A mail's own HTML: nothing may load, run or leave. `sandbox` gives it an origin of its own besides. */
const MAIL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'";
const LIST_POLICY = PLAIN_PAGE_POLICY.replace("default-src 'none'", "default-src 'none'; frame-src 'self'");

/** `/outbox`: the mails that were not sent for want of SMTP. They hold customers' addresses: for this computer only. */
export function addOutboxRoutes(app: FastifyInstance, folder: string): void {
  app.register(async (scope) => {
    scope.addHook('onRequest', async (request) => {
      if (!isFromHere(request))
        throw new Refusal(403, 'only-here', 'The outbox can only be read on the computer the sync-server runs on.');
    });
    scope.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

    const found = async (name: string): Promise<OutboxMail> => {
      const mail = await readMail(folder, name);
      if (!mail) throw new Refusal(404, 'not-found', 'There is no such mail in the outbox.');
      return mail;
    };

    scope.get('/outbox', async (_request, reply) => {
      const { mails, count } = await listOutbox(folder);
      return reply
        .type('text/html; charset=utf-8')
        .header('content-security-policy', LIST_POLICY)
        .send(listPage(mails, count));
    });
    scope.get<{ Params: { name: string } }>('/outbox/:name', async (request, reply) => {
      const mail = await found(request.params.name);
      return reply.type('text/html; charset=utf-8').header('content-security-policy', LIST_POLICY).send(mailPage(mail));
    });
    scope.get<{ Params: { name: string } }>('/outbox/:name/html', async (request, reply) => {
      const { html } = await found(request.params.name);
      return reply
        .type('text/html; charset=utf-8')
        .header('content-security-policy', MAIL_POLICY)
        .header('x-frame-options', 'SAMEORIGIN')
        .send(html);
    });
    scope.get<{ Params: { name: string } }>('/outbox/:name/raw', async (request, reply) => {
      const { name } = request.params;
      const raw = await readRaw(folder, name);
      if (!raw) throw new Refusal(404, 'not-found', 'There is no such mail in the outbox.');
      return reply
        .type('message/rfc822')
        .header('content-disposition', `attachment; filename="${name}.eml"`)
        .send(Buffer.from(raw));
    });
  });
}

const shownTime = (iso: string) => `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;

function listPage(mails: readonly OutboxMail[], count: number): string {
  if (count === 0)
    return plainPage('Outbox', '<p>No mails yet. Mails land here while <code>SMTP_URL</code> is not set.</p>');
  const rows = mails.map(
    (mail) =>
      `<tr><td>${shownTime(mail.writtenAt)}</td><td>${escapeHtml(mail.to)}</td><td><a href="/outbox/${mail.name}">${escapeHtml(mail.subject)}</a></td></tr>`,
  );
  const more = count > mails.length ? `<p>The newest ${mails.length} of ${count}.</p>` : '';
  return plainPage(
    'Outbox',
    `${more}<table><thead><tr><th>Written</th><th>To</th><th>Subject</th></tr></thead><tbody>${rows.join('')}</tbody></table>`,
  );
}

function mailPage(mail: OutboxMail): string {
  return plainPage(
    mail.subject || 'Mail',
    `<p><a href="/outbox">Outbox</a> &middot; <a href="/outbox/${mail.name}/raw">Download .eml</a></p>
<p>To ${escapeHtml(mail.to)}, ${shownTime(mail.writtenAt)}</p>
<iframe title="The mail as HTML" sandbox src="/outbox/${mail.name}/html"></iframe><h2>As text</h2><pre>${escapeHtml(mail.text)}</pre>`,
  );
}
