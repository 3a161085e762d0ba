import Module, { register } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const NAMES = ['electron', 'electron/main'];

type Loader = { _load(request: string, ...rest: unknown[]): unknown };

/** Make `require('electron')` and `import … from 'electron'` give this object in the whole process. */
export function provideElectron(electron: object, built: string): void {
  // Node has no public hook for CommonJS in all versions that Shopbell supports.
  const loader = Module as unknown as Loader;
  const load = loader._load.bind(loader);
  loader._load = (request, ...rest) => (NAMES.includes(request) ? electron : load(request, ...rest));

  const from = JSON.stringify(pathToFileURL(join(built, 'boot.cjs')).href);
  const named = Object.keys(electron).map((name) => `export const ${name} = electron.${name};`);
  const asModule = `import { createRequire } from 'node:module';
    const electron = createRequire(${from})('electron'); export default electron; ${named.join(' ')}`;
  const hooks = `const ours = ${JSON.stringify(NAMES)};
    const url = ${JSON.stringify(dataUrl(asModule))};
    export const resolve = (name, context, next) => ours.includes(name) ? { url, shortCircuit: true } : next(name, context);`;
  register(dataUrl(hooks));
}

const dataUrl = (script: string) => `data:text/javascript,${encodeURIComponent(script)}`;
