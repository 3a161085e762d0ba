// npm run server: the sync-server alone.
import { buildOnce } from './lib/build-once.mjs';
import { runServer } from './lib/run-server.mjs';

buildOnce();
runServer(process.argv.slice(2));
