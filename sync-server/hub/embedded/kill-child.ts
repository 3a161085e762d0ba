import { serveEmbeddedHub } from './testing.ts';

/** Serve the embedded hub on the folder named first, say where, and wait to be killed. */
export async function serveUntilKilled(dir: string): Promise<void> {
  const { url } = await serveEmbeddedHub(dir);
  process.stdout.write(`${JSON.stringify({ url })}\n`);
}

const [dir] = process.argv.slice(2);
if (dir !== undefined) await serveUntilKilled(dir);
