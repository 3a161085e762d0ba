import type { FastifyInstance } from 'fastify';
import { Refusal } from '../http/refusal.ts';
import { within } from './within.ts';

/** Lets what was begun come to its end when the server stops. */
export type Drain = {
  /** From now on nothing new is begun; resolves when what is under way has ended, or after `limitMs`. */
  stop(limitMs: number): Promise<void>;
};

/** Watch the requests of `app`. The hub's own (`/db`) are left alone: flows need it to finish, and long-polls never do. */
export function watchRequests(app: FastifyInstance): Drain {
  let stopping = false;
  let underWay = 0;
  let whenIdle: () => void = () => undefined;
  app.addHook('onRequest', async (request, reply) => {
    if (/^\/db(?:[/?]|$)/.test(request.url)) return;
    if (stopping)
      throw new Refusal(503, 'stopping', 'The server is stopping. Send it again in a moment.', {
        headers: { 'retry-after': '5' },
      });
    underWay += 1;
    reply.raw.once('close', () => {
      underWay -= 1;
      if (underWay === 0) whenIdle();
    });
  });
  return {
    stop: async (limitMs) => {
      stopping = true;
      if (underWay === 0) return;
      await within(limitMs, new Promise<void>((resolve) => (whenIdle = resolve)));
    },
  };
}
