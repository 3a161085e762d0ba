import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { ShopbellError } from '../../domain/errors.ts';
import type { Settings } from '../settings/settings.ts';

/**
 * Listen where the settings say.
 * @throws ShopbellError `port-in-use` or `cannot-listen` with what to do.
 */
export async function listen(
  app: FastifyInstance,
  { host, port }: Pick<Settings, 'host' | 'port'>,
): Promise<AddressInfo> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    throw plainFault(error, host, port);
  }
  return app.server.address() as AddressInfo;
}

function plainFault(error: unknown, host: string, port: number): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return new ShopbellError(
      'port-in-use',
      `Port ${port} is used by another program. Stop that one, or choose another port: PORT=8485.`,
      { cause: error },
    );
  if (code === 'EACCES')
    return new ShopbellError(
      'cannot-listen',
      `This user may not open port ${port}. Choose one above 1023: PORT=8484.`,
      { cause: error },
    );
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new ShopbellError(
      'cannot-listen',
      `This computer has no address ${host}. Set HOST to one it has, such as 127.0.0.1.`,
      { cause: error },
    );
  return error;
}
