import { isId } from '../../../domain/ids.ts';
import type { Identity } from '../../contract/identity.ts';

export const IDENTITY_KEY = 'shopbell-identity';

/** The identity in what a server or a store handed over, or null when it is none. */
export function readIdentity(value: unknown): Identity | null {
  const { shop, register } = (value ?? {}) as { shop?: unknown; register?: Record<string, unknown> | null };
  const { id, name, code } = register ?? {};
  if (!isId(shop) || !isId(id) || typeof name !== 'string' || typeof code !== 'string') return null;
  return { shop, register: { id, name, code } };
}

/**
 * Remembers who this register is, for starts without the server. Where the browser refuses to store, nothing is
 * remembered and the server is asked each time.
 */
export function createIdentityCache(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>) {
  return {
    read: (): Identity | null => {
      try {
        return readIdentity(JSON.parse(storage.getItem(IDENTITY_KEY) ?? 'null'));
      } catch {
        return null;
      }
    },
    write: (identity: Identity): void => {
      try {
        storage.setItem(IDENTITY_KEY, JSON.stringify(identity));
      } catch {
        // Full or refused: the next start asks the server.
      }
    },
  };
}
