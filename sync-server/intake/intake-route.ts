import { z } from 'zod';
import { STATUS_LABELS } from '../../domain/label.ts';
import type { Api } from '../http/api.ts';
import { Refusal } from '../http/refusal.ts';
import { bearerKey, sameSecret } from './api-key.ts';
import type { Intake } from './intake.ts';
import { orderBody } from './order-body.ts';

const KEY = /^[\x20-\x7e]{1,200}$/;

const taken = z.object({ id: z.string(), number: z.string(), status: z.enum(STATUS_LABELS) });

/** `POST /api/orders`. Key and idempotency key are looked at before the body is read. */
export function addIntakeRoute(api: Api, deps: { readonly apiKey: string; readonly intake: Intake }): void {
  api.route({
    method: 'POST',
    url: '/api/orders',
    schema: {
      summary: 'Place an order',
      description:
        'Send each order with an Idempotency-Key of its own and send it again until you get a 2xx: the same key is the same order. 201 when it was made, 200 when it had been made before.',
      security: [{ key: [] }],
      headers: z.object({
        'idempotency-key': z.string().describe('1 to 200 printable characters, unique to the order.'),
      }),
      body: orderBody,
      response: { 200: taken, 201: taken },
    },
    onRequest: async (request) => {
      if (!deps.apiKey || !sameSecret(bearerKey(request.headers.authorization), deps.apiKey))
        throw new Refusal(401, 'key-wrong', 'Send the API key of the shop: Authorization: Bearer KEY.', {
          headers: { 'www-authenticate': 'Bearer' },
        });
      const key = request.headers['idempotency-key'];
      if (typeof key !== 'string' || !KEY.test(key) || key.trim() === '')
        throw new Refusal(
          400,
          'idempotency-key',
          'Send an Idempotency-Key header of 1 to 200 printable characters, unique to the order.',
        );
    },
    handler: async (request, reply) => {
      const { created, ...answer } = await deps.intake(request.body, request.headers['idempotency-key'], 'api');
      return reply.code(created ? 201 : 200).send(answer);
    },
  });
}
