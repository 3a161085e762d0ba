import type { FastifyInstance } from 'fastify';
import { plainPage } from '../http/html.ts';
import { PLAIN_PAGE_POLICY } from '../http/security-headers.ts';

const LINKS = [
  ['/register/', 'Register', 'Transactions, BackOffice and New sale in this browser'],
  ['/store/', 'Online Store', "the demo shop's storefront"],
  ['/outbox', 'Outbox', 'mails not sent for want of SMTP; on this computer only'],
  ['/api/docs', 'API', 'how an online store sends its orders'],
  ['/health', 'Health', 'how the server and its hub are'],
] as const;

/** `GET /`: where everything is. */
export function addHomeRoute(app: FastifyInstance): void {
  const rows = LINKS.map(([href, name, what]) => `<tr><td><a href="${href}">${name}</a></td><td>${what}</td></tr>`);
  const page = plainPage('Shopbell', `<table><tbody>${rows.join('')}</tbody></table>`);
  app.get('/', (_request, reply) =>
    reply.type('text/html; charset=utf-8').header('content-security-policy', PLAIN_PAGE_POLICY).send(page),
  );
}
