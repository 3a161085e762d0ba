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

/**
 * What the documentation page may load: its own files. The page sets styles on its elements as it runs, and is read over plain HTTP where
 * `HOST` is widened, so nothing is upgraded.
 */
const DOCS_POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

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
    await api.register(swaggerUi, {
      routePrefix: '/api/docs',
      staticCSP: DOCS_POLICY,
      theme: { title: 'Shopbell API' },
      // Without the layout that brings a bar for other addresses; nothing asked of a validator elsewhere.
      uiConfig: { layout: 'BaseLayout', validatorUrl: null },
    });
    await routes(api);
  });
}
