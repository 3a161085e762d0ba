import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ShopbellError } from '../../domain/errors.ts';
import { defaultDataFolder } from './data-folder.ts';
import { type NamedSettings, SETTING_NAMES, settingsSchema } from './settings-schema.ts';

/** What the sync-server runs with. `null`: not set. */
export type Settings = {
  readonly dataFolder: string;
  readonly port: number;
  readonly host: string;
  readonly shop: string;
  readonly demo: boolean;
  readonly couchdbUrl: string | null;
  readonly smtpUrl: string | null;
  readonly apiKey: string | null;
  readonly mailFrom: string | null;
  /** The least weighty log line that is written. */
  readonly log: NamedSettings['SHOPBELL_LOG'];
};

type Environment = Readonly<Record<string, string | undefined>>;

export const SETTINGS_FILE = 'shopbell.json';

/**
 * The settings from the command line, the environment and `shopbell.json` in the data folder, in that order of force.
 * @throws ShopbellError `settings` with one sentence per wrong setting: its name, where it stands, what to write instead.
 */
export function readSettings(
  env: Environment,
  args: readonly string[],
  platform: NodeJS.Platform = process.platform,
): Settings {
  const dataFolder = resolve(dataArgument(args) ?? (env['SHOPBELL_DATA'] || defaultDataFolder(platform, env)));
  const file = readFile(join(dataFolder, SETTINGS_FILE));
  const fromEnv = Object.fromEntries(SETTING_NAMES.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
  const parsed = settingsSchema.safeParse({ ...file, ...fromEnv });
  if (parsed.success) return named(dataFolder, parsed.data);
  const faults = parsed.error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => `${key} in ${SETTINGS_FILE} is not a setting; use ${SETTING_NAMES.join(', ')}.`);
    const name = String(issue.path[0]);
    return [`${name} (${name in fromEnv ? 'environment' : SETTINGS_FILE}) ${issue.message}`];
  });
  throw new ShopbellError('settings', [...new Set(faults)].join('\n'));
}

function named(dataFolder: string, values: NamedSettings): Settings {
  return {
    dataFolder,
    port: values.PORT,
    host: values.HOST,
    shop: values.SHOPBELL_SHOP,
    demo: values.SHOPBELL_DEMO,
    couchdbUrl: values.COUCHDB_URL?.replace(/\/+$/, '') ?? null,
    smtpUrl: values.SMTP_URL ?? null,
    apiKey: values.SHOPBELL_API_KEY ?? null,
    mailFrom: values.SHOPBELL_MAIL_FROM ?? null,
    log: values.SHOPBELL_LOG,
  };
}

function dataArgument(args: readonly string[]): string | undefined {
  try {
    return parseArgs({ args: [...args], options: { data: { type: 'string' } }, allowPositionals: false }).values.data;
  } catch (cause) {
    throw new ShopbellError('settings', 'The only option is --data DIR, the folder that keeps the data.', { cause });
  }
}

function readFile(path: string): Record<string, unknown> {
  const text = textOf(path);
  if (text === null) return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch (cause) {
    throw new ShopbellError('settings', `${path} is not valid JSON. Mend it or remove it.`, { cause });
  }
  throw new ShopbellError('settings', `${path} must hold one JSON object with settings by name.`);
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new ShopbellError('settings', `${path} cannot be read (${code}). Check who may read it.`, { cause });
  }
}
