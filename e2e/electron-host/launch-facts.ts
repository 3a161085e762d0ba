import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Switches } from './chromium.ts';

export type AppPackage = {
  readonly name?: string;
  readonly productName?: string;
  readonly version?: string;
  readonly main?: string;
};

/** What the command line said: `electron [-r file]… [--switch[=value]]… <app folder or main script> [arguments]`. */
export type LaunchFacts = {
  /** The file that stands for Electron's executable. */
  readonly executable: string;
  /** Scripts to load before the app, as `-r` names them; a test driver brings one. */
  readonly required: readonly string[];
  /** `process.argv` as the app sees it, without `-r`. */
  readonly argv: readonly string[];
  readonly switches: Switches;
  readonly appFolder: string;
  readonly appPackage: AppPackage;
  readonly mainScript: string;
  /** Folder with this host's own built files. */
  readonly built: string;
};

/** Throws when the app's folder or main script is not there. */
export function readLaunchFacts(args: readonly string[], executable: string, built: string): LaunchFacts {
  const required: string[] = [];
  const rest: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const next = args[at + 1];
    if (args[at] === '-r' && next !== undefined) required.push(args[++at] ?? next);
    else rest.push(args[at] ?? '');
  }
  const target = resolve(rest.find((arg) => !arg.startsWith('-')) ?? '.');
  const isFolder = statSync(target).isDirectory();
  const appFolder = isFolder ? target : dirname(target);
  const manifest = join(appFolder, 'package.json');
  const appPackage: AppPackage = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : {};
  return {
    executable,
    required,
    argv: [executable, ...rest],
    switches: readSwitches(rest),
    appFolder,
    appPackage,
    mainScript: isFolder ? join(target, appPackage.main ?? 'index.js') : target,
    built,
  };
}

/** `--name=value` and `--name`, wherever they stand; the last one wins, as in Chromium. */
export function readSwitches(args: readonly string[]): Switches {
  const switches: Switches = new Map();
  for (const arg of args) {
    const [, name, value] = /^--([^=]+)(?:=(.*))?$/.exec(arg) ?? [];
    if (name) switches.set(name, value ?? '');
  }
  return switches;
}
