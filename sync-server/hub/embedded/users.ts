import { createHmac, randomBytes } from 'node:crypto';

import { forbidden } from './couch-error.ts';
import type { Database } from './database.ts';
import type { Identity } from './identity.ts';
import { fitsPassword, hashPassword, sameSecret } from './passwords.ts';
import type { Doc } from './pouch.ts';

export const USERS_DATABASE = '_users';
const PREFIX = 'org.couchdb.user:';
export const userDocId = (name: string) => `${PREFIX}${name}`;

/** The server's admin; he has no user document. */
export type Admin = { readonly name: string; readonly password: string };

export type User = { readonly identity: Identity; readonly salt: string };

/** Names and passwords: the admin's, and those of the `_users` database. */
export type Users = {
  /** The user of that name and password, or null. */
  verify(name: string, password: string): Promise<User | null>;
  /** The user of that name, or null. */
  find(name: string): Promise<User | null>;
};

/** A user document as a client sent it, with its password replaced by a hash. @throws CouchError 403 when it is none. */
export async function readUserDoc(doc: Doc): Promise<Doc> {
  if (doc._deleted || doc._id.startsWith('_')) return doc;
  const { name, roles, type, password, ...rest } = doc;
  if (type !== 'user') throw forbidden('doc.type must be user');
  if (typeof name !== 'string' || name === '') throw forbidden('doc.name is required');
  if (doc._id !== userDocId(name)) throw forbidden('Doc ID must be of the form org.couchdb.user:name');
  if (!Array.isArray(roles) || !roles.every((role) => typeof role === 'string')) {
    throw forbidden('doc.roles must be an array of strings');
  }
  if (roles.some((role: string) => role.startsWith('_')))
    throw forbidden('No system roles (starting with underscore) in users db.');
  const kept = { ...rest, name, roles, type };
  if (password === undefined || password === null) return kept;
  if (typeof password !== 'string') throw forbidden('Password must be a string');
  return { ...kept, ...(await hashPassword(password)) };
}

/**
 * Verifying is slow by design, so a password that fitted is remembered under a keyed hash that holds the stored hash
 * too: another password or a changed document is verified anew.
 */
export function createUsers(database: Database, admin: Admin): Users {
  const key = randomBytes(32).toString('hex');
  const salt = createHmac('sha256', key).update(admin.password).digest('hex');
  const adminUser: User = { identity: { name: admin.name, roles: ['_admin'] }, salt };
  const docs = new Map<string, Doc | null>();
  const fitted = new Set<string>();
  database.onTouched(() => {
    docs.clear();
    fitted.clear();
  });

  async function docOf(name: string): Promise<Doc | null> {
    const known = docs.get(name);
    if (known !== undefined) return known;
    const doc = await database.pouch.get(userDocId(name)).catch((fault: { status?: unknown }) => {
      if (fault.status === 404) return null;
      throw fault;
    });
    // Names that do not exist are not remembered: they come from outside, without end.
    if (doc) docs.set(name, doc);
    return doc;
  }

  const userOf = (doc: Doc): User => {
    const { name, roles, salt: own } = doc;
    return {
      identity: { name: String(name), roles: Array.isArray(roles) ? roles.map(String) : [] },
      salt: String(own),
    };
  };

  return {
    async verify(name, password) {
      if (name === admin.name) return sameSecret(password, admin.password) ? adminUser : null;
      const doc = await docOf(name);
      if (!doc) return null;
      const proof = createHmac('sha256', key)
        .update(JSON.stringify([name, password, doc['derived_key']]))
        .digest('hex');
      if (!fitted.has(proof)) {
        if (!(await fitsPassword(password, doc))) return null;
        fitted.add(proof);
      }
      return userOf(doc);
    },
    async find(name) {
      if (name === admin.name) return adminUser;
      const doc = await docOf(name);
      return doc ? userOf(doc) : null;
    },
  };
}
