import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { strictJson } from './strict-json.ts';

/** A Fastify scope whose routes are checked and documented by zod schemas. */
export type Api = ReturnType<typeof typed>;

const typed = (app: FastifyInstance) => app.withTypeProvider<ZodTypeProvider>();

/**
 * Open the scope of our own JSON addresses: strict JSON only, bodies checked by zod, and an OpenAPI page at `/api/docs`
 * made of the same schemas. `routes` adds what lives in it.
 */
export async function openApi(
  app: FastifyInstance,
  version: string,
  routes: (api: Api) => Promise<void>,
): Promise<void> {
  await app.register(async (scope) => {
    const api = typed(scope);
    api.removeAllContentTypeParsers();
    api.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_request: unknown, body: Buffer) =>
      strictJson(Uint8Array.from(body)),
    );
    api.setValidatorCompiler(validatorCompiler);
    api.setSerializerCompiler(serializerCompiler);
    await api.register(swagger, {
      openapi: {
        openapi: '3.1.0',
        info: { title: 'Shopbell', description: 'Orders in, registers paired.', version },
        components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
      },
      transform: jsonSchemaTransform,
    });
    await api.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true });
    await routes(api);
  });
}
