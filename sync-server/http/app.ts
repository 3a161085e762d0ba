import cookie from '@fastify/cookie';
import fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { codeOf, problemOf } from './problem.ts';
import { authoriseByCookie } from './register-cookie.ts';
import { Refusal } from './refusal.ts';
import { addSecurityHeaders } from './security-headers.ts';

/** Largest body of a request to our own addresses, bytes. The hub under `/db` has its own rule. */
export const BODY_LIMIT = 256 * 1024;

/** Where log lines go: standard error, one JSON object a line, without personal data. */
export type LogTarget = { readonly level: string; readonly stream: { write(line: string): void } };

/**
 * The HTTP server before any route: one error handler, security headers, the register cookie. Nothing of a request but
 * method, route and outcome is logged.
 */
export async function createApp(log: LogTarget | null): Promise<FastifyInstance> {
  const app = fastify({
    logger: log ? { level: log.level, stream: log.stream, base: null } : false,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    // To receive a request; how long an answer takes (long-polls) is not limited by it.
    requestTimeout: 120_000,
    keepAliveTimeout: 65_000,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 300 },
    frameworkErrors: (error, request, reply) => sendProblem(error, request, reply),
  });
  app.server.headersTimeout = 15_000;
  await app.register(cookie);
  authoriseByCookie(app);
  addSecurityHeaders(app);
  app.setErrorHandler(sendProblem);
  app.setNotFoundHandler((request, reply) =>
    sendProblem(new Refusal(404, 'not-found', 'There is nothing at this address.'), request, reply),
  );
  app.addHook('onResponse', async (request, reply) => {
    request.log.debug({
      method: request.method,
      route: request.routeOptions.url,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
  });
  return app;
}

function sendProblem(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { problem, headers, unforeseen } = problemOf(error);
  const note = { code: codeOf(error), status: problem.status, route: request.routeOptions.url };
  if (unforeseen) request.log.error({ ...note, at: framesOf(error) }, 'unforeseen error');
  else if (problem.status >= 500) request.log.warn(note, 'refused for want of the hub');
  // Sent as text: a route's own answer schema must not shape a problem.
  return reply
    .code(problem.status)
    .headers(headers)
    .type('application/problem+json')
    .serializer((payload: unknown) => String(payload))
    .send(JSON.stringify(problem));
}

/** Where an error came from, without its message: that may hold what a person typed. */
export function framesOf(error: unknown): string[] {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  return lines
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim());
}
