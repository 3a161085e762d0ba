import type { FastifyInstance } from 'fastify';
import { type HealthDeps, readHealth } from './health.ts';

/** `GET /health`: 200 when all is well, 503 with reasons. */
export function addHealthRoute(app: FastifyInstance, deps: HealthDeps): void {
  app.get('/health', async (_request, reply) => {
    const health = await readHealth(deps);
    return reply
      .code(health.status === 'ok' ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(health);
  });
}
