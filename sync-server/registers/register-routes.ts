import type { FastifyReply, FastifyRequest } from 'fastify';
import rateLimit from '@fastify/rate-limit';
import { z } from 'zod';
import type { Api } from '../http/api.ts';
import { isFromHere, isOwnOrigin } from '../http/loopback.ts';
import { basicCredentials, rememberRegister } from '../http/register-cookie.ts';
import { Refusal } from '../http/refusal.ts';
import { cleanLine } from '../intake/text.ts';
import { identityOf, type PairDeps, pairRegister } from './pair-register.ts';
import type { PairingCode } from './pairing-code.ts';

const TRIES = 10;
const TRIES_WINDOW_MS = 5 * 60_000;
const APP_ORIGIN = 'app://register';

const identity = z.object({
  shop: z.string(),
  register: z.object({ id: z.string(), name: z.string(), code: z.string() }),
});

export type RegisterRoutesDeps = {
  /** What pairing needs; throws `hub-unreachable` while the hub has not been reached yet. */
  readonly pairing: () => PairDeps;
  readonly pairingCode: PairingCode;
};

/** `POST /api/registers` and `GET /api/registers/me`. */
export async function addRegisterRoutes(api: Api, deps: RegisterRoutesDeps): Promise<void> {
  await api.register(rateLimit, { global: false });
  const limit = api.createRateLimit({ max: TRIES, timeWindow: TRIES_WINDOW_MS });

  /** Who comes from this computer needs no code; from elsewhere each try counts, right or wrong. */
  const mayPair = async (request: FastifyRequest, code: string): Promise<void> => {
    const { origin } = request.headers;
    if (origin !== undefined && origin !== APP_ORIGIN && !isOwnOrigin(request))
      throw new Refusal(403, 'origin-refused', 'A register is paired from its own page.');
    if (isFromHere(request)) return;
    const tried = await limit(request);
    if (!tried.isAllowed && tried.isExceeded)
      throw new Refusal(429, 'too-many-tries', 'Too many tries. Wait five minutes and try again.', {
        headers: { 'retry-after': String(tried.ttlInSeconds) },
      });
    if (!deps.pairingCode.use(code))
      throw new Refusal(
        403,
        'code-wrong',
        'The pairing code is not right. Read it from the window of the sync-server.',
      );
  };

  api.route({
    method: 'POST',
    url: '/api/registers',
    schema: {
      summary: 'Pair a register',
      description: 'The code is needed from other computers only. Browsers are given a cookie instead of the password.',
      body: z.strictObject({
        name: z.string('must be text').max(100, 'must not be longer than 100 characters'),
        code: z.string('must be text').max(40, 'is too long').default(''),
      }),
      response: { 201: z.object({ identity, password: z.string() }) },
    },
    handler: async (request, reply) => {
      const name = cleanLine(request.body.name);
      if (name === '') throw new Refusal(400, 'name-missing', 'Give the register a name, such as Counter 1.');
      const pairing = deps.pairing();
      await mayPair(request, request.body.code);
      const paired = await pairRegister(pairing, name);
      request.log.info({ register: paired.identity.register.code }, 'a register was paired');
      return reply.code(201).send({ identity: paired.identity, password: handOver(request, reply, paired) });
    },
  });

  api.route({
    method: 'GET',
    url: '/api/registers/me',
    schema: {
      summary: 'Who this register is',
      description: '204 when no credentials were sent: a browser that was never paired asks, and that is no fault.',
      response: { 200: identity, 204: z.null() },
    },
    handler: async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const given = basicCredentials(request.headers.authorization);
      if (!given) return reply.code(204).send(null);
      const known = await identityOf(deps.pairing(), given.user, given.password);
      if (!known) throw new Refusal(401, 'not-paired', 'This register is not paired. Pair it first.');
      return reply.send(known);
    },
  });
}

/** A page of ours never holds the password: its browser keeps it in a cookie. Everybody else keeps it himself. */
function handOver(
  request: FastifyRequest,
  reply: FastifyReply,
  paired: { readonly identity: { readonly register: { readonly id: string } }; readonly password: string },
): string {
  if (!isOwnOrigin(request)) return paired.password;
  rememberRegister(reply, paired.identity.register.id, paired.password);
  return '';
}
