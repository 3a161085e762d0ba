import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import leveldb from 'pouchdb-adapter-leveldb';
import http from 'pouchdb-adapter-http';
import PouchDB from 'pouchdb-core';
import replication from 'pouchdb-replication';

import type { HubUnderExam } from '../exam/under-exam.ts';

PouchDB.plugin(leveldb).plugin(http).plugin(replication);

export type Note = { n: number; by?: string };
export type Local = PouchDB.Database<Note>;

/** A request the remote PouchDB made: method, and what follows the database's name. */
export type Asked = { readonly method: string; readonly path: string };

/** A PouchDB on disk that can be closed and opened again, as an application's restart does. */
export async function localPouch() {
  const folder = await mkdtemp(join(tmpdir(), 'shopbell-client-'));
  let open: Local[] = [];
  return {
    open(name = 'local'): Local {
      const pouch = new PouchDB<Note>(join(folder, name), { adapter: 'leveldb' });
      open.push(pouch);
      return pouch;
    },
    async closeAll() {
      const closing = open;
      open = [];
      for (const pouch of closing) await pouch.close();
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The hub's database `name` as PouchDB's own HTTP adapter sees it, with the requests it made. */
export function remotePouch({ url, user, password }: HubUnderExam, name: string) {
  const asked: Asked[] = [];
  const pouch = new PouchDB<Note>(`${url}/${name}`, {
    adapter: 'http',
    auth: { username: user, password },
    fetch: (at, options) => {
      const address = typeof at === 'string' ? at : at.url;
      asked.push({
        method: options?.method ?? 'GET',
        path: address.slice(address.indexOf(`/${name}`) + name.length + 1),
      });
      return PouchDB.fetch(at, options);
    },
  });
  return { pouch, asked };
}

/** What a live replication tells of itself, as far as a test waits for it. */
export function watched<T extends object>(sync: PouchDB.Replication.Sync<T>) {
  // Both ways are there (PouchDB's guide, "Replication"), though its types leave them out.
  const { push, pull } = sync as typeof sync & Record<'push' | 'pull', PouchDB.Replication.Replication<T>>;
  const faults: unknown[] = [];
  void sync.on('error', (fault) => faults.push(fault)).on('denied', (fault) => faults.push(fault));
  const ended = new Promise<void>((done) => void sync.on('complete', () => done()));
  const paused = (way: PouchDB.Replication.Replication<T>) =>
    new Promise<void>((done) => void way.once('paused', () => done()));
  return {
    faults,
    /** Both ways have caught up for the first time. */
    quiet: Promise.all([paused(push), paused(pull)]),
    async end() {
      sync.cancel();
      await ended;
    },
  };
}
