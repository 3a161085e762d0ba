import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { PreloadFacts } from './page/preload-world.ts';

/** The two scripts a window gets before any script of its page runs; see `build/electron-host.vite.config.ts`. */
export type PageScripts = { readonly page: string; readonly preload: string };

/** `built`: the folder with the host's built page scripts; `preloadFile`: the app's own built preload (CommonJS). */
export function pageScripts(built: string, facts: PreloadFacts, preloadFile: string | undefined): PageScripts {
  const load = (name: string) => readFileSync(join(built, name), 'utf8');
  const preload = preloadFile === undefined ? '' : readFileSync(preloadFile, 'utf8');
  const file = JSON.stringify(basename(preloadFile ?? ''));
  return {
    page: `(() => {${load('page-world.js')}\nhost.startPageWorld(${JSON.stringify(facts.secret)});})();`,
    preload: `(() => {${load('preload-world.js')}\nhost.startPreloadWorld(${JSON.stringify(facts)}, ${file},
      function (require, process, module, exports) {\n${preload}\n});})();`,
  };
}
