import { badRequest, forbidden, unauthorized } from './couch-error.ts';
import type { Identity } from './identity.ts';
import { isAdmin } from './identity.ts';

type People = { readonly names?: readonly string[]; readonly roles?: readonly string[] };

/** `_security` of a database. Members read and write documents; admins write design documents as well. */
export type Security = { readonly admins?: People; readonly members?: People; readonly [more: string]: unknown };

/** What a new database gets, as in CouchDB 3: nobody but server admins. */
export const ADMINS_ONLY: Security = { members: { roles: ['_admin'] }, admins: { roles: ['_admin'] } };

const within = (identity: Identity, people: People | undefined) =>
  (identity.name !== null && people?.names?.includes(identity.name)) ||
  people?.roles?.some((role) => identity.roles.includes(role)) === true;

const namesNobody = (people: People | undefined) => !people?.names?.length && !people?.roles?.length;

const refuse = (identity: Identity, reason: string) =>
  identity.name === null ? unauthorized(reason) : forbidden(reason);

/** @throws CouchError 401 or 403 when `identity` is no member of the database. */
export function demandMember(identity: Identity, security: Security): void {
  if (isAdmin(identity) || within(identity, security.admins) || within(identity, security.members)) return;
  if (namesNobody(security.members)) return;
  throw refuse(
    identity,
    identity.name === null ? 'You are not authorized to access this db.' : 'You are not allowed to access this db.',
  );
}

/** True when `identity` may write design documents and `_security`. */
export function isDatabaseAdmin(identity: Identity, security: Security): boolean {
  return isAdmin(identity) || within(identity, security.admins);
}

/** @throws CouchError 401 or 403 when `identity` is no admin of the database. */
export function demandDatabaseAdmin(identity: Identity, security: Security): void {
  if (!isDatabaseAdmin(identity, security)) throw refuse(identity, 'You are not a db or server admin.');
}

/** @throws CouchError 401 when `identity` is no server admin (CouchDB answers 401 to everybody here). */
export function demandServerAdmin(identity: Identity): void {
  if (!isAdmin(identity)) throw unauthorized('You are not a server admin.');
}

const isNames = (value: unknown) =>
  value === undefined || (Array.isArray(value) && value.every((name) => typeof name === 'string'));

/** @throws CouchError 400 when `value` is no `_security` object. */
export function readSecurity(value: unknown): Security {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw badRequest('_security must be an object');
  for (const side of ['admins', 'members'] as const) {
    const people: unknown = (value as Record<string, unknown>)[side];
    if (people === undefined) continue;
    if (typeof people !== 'object' || people === null) throw badRequest(`${side} must be a JSON object`);
    const { names, roles } = people as Record<string, unknown>;
    if (!isNames(names)) throw badRequest('names must be a JSON list of strings');
    if (!isNames(roles)) throw badRequest('roles must be a JSON list of strings');
  }
  return value as Security;
}
