import type { FastifyPluginAsync } from 'fastify';
import { parseBody } from './parse-body.ts';
import { placeOrder, priceOrRefuse, type StoreDeps } from './place-order.ts';
import { catalogueAnswer, readCatalogue } from './read-catalogue.ts';
import { checkoutSchema, quoteSchema } from './wire/checkout.ts';

/** A full cart of long names is far below this; anything larger is not a customer. */
const BODY_LIMIT = 64 * 1024;

/**
 * The Online Store's own addresses under `/store/api`. Refusals are thrown as Refusal; the
 * server's central error handler answers them.
 */
export function storefrontRoutes(deps: StoreDeps): FastifyPluginAsync {
  return async (server) => {
    server.get('/store/api/catalogue', async (_request, reply) => {
      void reply.header('cache-control', 'no-cache');
      return catalogueAnswer(await readCatalogue(deps.shop));
    });

    server.post('/store/api/quote', { bodyLimit: BODY_LIMIT }, async (request) => {
      const cart = parseBody(quoteSchema, request.body);
      const { lines, totals } = priceOrRefuse(await readCatalogue(deps.shop), cart);
      return { lines, totals };
    });

    server.post('/store/api/checkout', { bodyLimit: BODY_LIMIT }, async (request, reply) => {
      const placed = await placeOrder(deps, parseBody(checkoutSchema, request.body));
      return reply.code(placed.created ? 201 : 200).send(placed);
    });
  };
}
