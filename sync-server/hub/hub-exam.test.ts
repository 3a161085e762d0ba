import { serveEmbeddedHub, temporaryFolder } from './embedded/testing.ts';
import { examHub } from './hub-exam.ts';

examHub('the embedded hub', async () => {
  const folder = await temporaryFolder();
  const hub = await serveEmbeddedHub(folder.dir);
  return {
    ...hub,
    async stop() {
      await hub.stop();
      await folder.remove();
    },
  };
});

const couchdb = process.env['COUCHDB_URL'];
if (couchdb) {
  const { origin, pathname, username, password } = new URL(couchdb);
  examHub('a real CouchDB', () =>
    Promise.resolve({
      kind: 'couchdb',
      url: `${origin}${pathname}`.replace(/\/$/, ''),
      user: decodeURIComponent(username),
      password: decodeURIComponent(password),
      stop: () => Promise.resolve(),
    }),
  );
}
