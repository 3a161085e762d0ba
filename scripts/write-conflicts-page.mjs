// Writes docs/conflicts.md from domain/matrix.ts.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { conflictsPage } from './lib/conflicts-page.mjs';
import { root } from './lib/root.mjs';

const { module } = await runnerImport(join(root, 'domain', 'matrix.ts'));
const { MATRIX } = /** @type {typeof import('../domain/matrix.ts')} */ (module);
writeFileSync(join(root, 'docs', 'conflicts.md'), conflictsPage(MATRIX));
