import { isDeepStrictEqual } from 'node:util';

import { changesLawText, readOnlyLawText } from '../../domain/hub-law.ts';
import type { HubRequest } from './hub-request.ts';
import type { ShopDatabases } from './hub.ts';

/** What a database of a shop is called, and who may read it (docs/wire.md). */
const PLAN: Record<keyof ShopDatabases, { readonly registersRead: boolean }> = {
  orders: { registersRead: true },
  changes: { registersRead: true },
  shop: { registersRead: true },
  messages: { registersRead: false },
  hub: { registersRead: false },
};

export const registerRole = (shop: string) => `register:${shop}`;
export const databaseName = (shop: string, street: keyof ShopDatabases) => `shopbell-${shop}-${street}`;

/** Make a database; harmless when it is there. CouchDB lets nobody but admins in until `_security` says otherwise. */
export async function ensureDatabase(request: HubRequest, db: string): Promise<void> {
  await request({ db, method: 'PUT', expect: [412] });
}

async function ensureLaw(request: HubRequest, db: string, text: string): Promise<void> {
  const design = { _id: '_design/law', language: 'javascript', validate_doc_update: text };
  const found = await request({ db, path: '_design/law', expect: [404] });
  const stands = found.status === 404 ? undefined : (found.body as { _rev?: string; validate_doc_update?: string });
  if (stands?.validate_doc_update === text) return;
  const body = { ...design, ...(stands?._rev === undefined ? {} : { _rev: stands._rev }) };
  // 409: another sync-server provisions at this moment. Look again, for it may be of another version than we are.
  const written = await request({ db, path: '_design/law', method: 'PUT', body, expect: [409] });
  if (written.status === 409) await ensureLaw(request, db, text);
}

async function ensureSecurity(request: HubRequest, db: string, roles: readonly string[]): Promise<void> {
  const wanted = { admins: { names: [], roles: ['_admin'] }, members: { names: [], roles: [...roles] } };
  const { body } = await request({ db, path: '_security' });
  if (!isDeepStrictEqual(body, wanted)) await request({ db, path: '_security', method: 'PUT', body: wanted });
}

/**
 * Make the databases of a shop with their laws and members. Run again, it mends what differs and leaves the rest.
 * The law stands before the door opens: a register can never write into a database that has none.
 */
export async function provisionShop(request: HubRequest, shop: string): Promise<void> {
  for (const [street, plan] of Object.entries(PLAN)) {
    const db = databaseName(shop, street as keyof ShopDatabases);
    await ensureDatabase(request, db);
    await ensureLaw(request, db, street === 'changes' ? changesLawText(shop) : readOnlyLawText());
    await ensureSecurity(request, db, plan.registersRead ? [registerRole(shop)] : ['_admin']);
  }
}
