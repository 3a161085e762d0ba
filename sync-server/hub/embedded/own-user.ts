import type { Identity } from './identity.ts';
import { isAdmin } from './identity.ts';
import { userDocId, USERS_DATABASE } from './users.ts';

/** True when who asks wants their own user document, which everybody may read. */
export function identityIsSelf(db: string, id: string, by: Identity): boolean {
  return db === USERS_DATABASE && by.name !== null && !isAdmin(by) && id === userDocId(by.name);
}
