import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { CouchError, badRequest, notFound } from './couch-error.ts';
import type { Database } from './database.ts';
import { openDatabase } from './database.ts';

/** The databases in a folder. */
export type Databases = {
  names(): string[];
  /** @throws CouchError 404 when there is none. */
  get(name: string): Promise<Database>;
  /** @throws CouchError 412 when it is there, 400 when the name will not do. */
  create(name: string): Promise<Database>;
  /** @throws CouchError 404 when there is none. */
  remove(name: string): Promise<void>;
  close(): Promise<void>;
};

const NAME = /^[a-z][a-z0-9_$()+/-]*$/;
const SYSTEM = ['_users', '_replicator', '_global_changes'];
/** Leaves room for the names LevelDB and PouchDB add, on any file system. */
const MAX_ENCODED_NAME = 180;
/** Lies in the folder of a database while it is being removed, so that a stop in the middle is finished at the next start. */
const REMOVED = 'removed';
const FOLDER = /^db\.(.+)$/;

function checkName(name: string): void {
  if (!NAME.test(name) && !SYSTEM.includes(name)) {
    throw badRequest(
      `Name: '${name}'. Only lowercase characters (a-z), digits (0-9), and any of the characters _, $, (, ), +, -, and / ` +
        'are allowed. Must begin with a letter.',
      'illegal_database_name',
    );
  }
  if (encodeURIComponent(name).length > MAX_ENCODED_NAME) {
    throw badRequest(`At least one path segment of \`${name}\` is too long.`, 'database_name_too_long');
  }
}

/** Open the folder of databases `dir`; each is opened when it is first asked for. */
export async function openDatabases(dir: string): Promise<Databases> {
  await mkdir(dir, { recursive: true });
  const folderOf = (name: string) => join(dir, `db.${encodeURIComponent(name)}`);
  const open = new Map<string, Promise<Database>>();
  const known = new Set<string>();
  // Removing and creating follow one another, or a database could be made in a folder that is just going.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>) => {
    const result = turn.then(work);
    turn = result.catch(() => {});
    return result;
  };

  for (const entry of await readdir(dir)) {
    const [, encoded] = FOLDER.exec(entry) ?? [];
    if (encoded === undefined) continue;
    const inside = await readdir(join(dir, entry));
    if (inside.includes(REMOVED)) await rm(join(dir, entry), { recursive: true, force: true });
    else known.add(decodeURIComponent(encoded));
  }

  function opened(name: string): Promise<Database> {
    const now = open.get(name);
    if (now) return now;
    const opening = openDatabase(name, join(folderOf(name), 'documents'));
    open.set(name, opening);
    opening.catch(() => open.delete(name));
    return opening;
  }

  return {
    names: () => [...known].sort(),
    async get(name) {
      if (!known.has(name)) throw notFound('Database does not exist.');
      return opened(name);
    },
    create: (name) =>
      inTurn(async () => {
        checkName(name);
        if (known.has(name)) {
          throw new CouchError(412, 'file_exists', 'The database could not be created, the file already exists.');
        }
        await mkdir(folderOf(name), { recursive: true });
        const database = await opened(name);
        known.add(name);
        return database;
      }),
    remove: (name) =>
      inTurn(async () => {
        if (!known.has(name)) throw notFound('Database does not exist.');
        const database = await opened(name);
        known.delete(name);
        open.delete(name);
        await writeFile(join(folderOf(name), REMOVED), '');
        await database.destroy();
        await rm(folderOf(name), { recursive: true, force: true });
      }),
    async close() {
      await turn;
      const all = await Promise.allSettled(open.values());
      open.clear();
      known.clear();
      for (const each of all) if (each.status === 'fulfilled') await each.value.close();
    },
  };
}
