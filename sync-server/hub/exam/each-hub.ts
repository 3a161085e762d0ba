import { serveEmbeddedHub, temporaryFolder } from '../embedded/testing.ts';
import type { HubUnderExam } from './under-exam.ts';

/** A hub to hold an exam on, by the name its tests have. */
export type EachHub = { readonly name: string; readonly start: () => Promise<HubUnderExam> };

async function embedded(): Promise<HubUnderExam> {
  const folder = await temporaryFolder();
  const hub = await serveEmbeddedHub(folder.dir);
  return {
    ...hub,
    async stop() {
      await hub.stop();
      await folder.remove();
    },
  };
}

function couchdb(url: URL): HubUnderExam {
  return {
    kind: 'couchdb',
    url: `${url.origin}${url.pathname}`.replace(/\/$/, ''),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    stop: () => Promise.resolve(),
  };
}

/** The embedded hub, and the CouchDB at `COUCHDB_URL` when that is set: the same tests for both. */
export function eachHub(): readonly EachHub[] {
  const url = process.env['COUCHDB_URL'];
  return [
    { name: 'the embedded hub', start: embedded },
    ...(url ? [{ name: 'a real CouchDB', start: () => Promise.resolve(couchdb(new URL(url))) }] : []),
  ];
}
