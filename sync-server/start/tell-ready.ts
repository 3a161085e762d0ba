import { join } from 'node:path';
import type { Settings } from '../settings/settings.ts';
import { httpAddress, isLoopbackHost } from './addresses.ts';
import type { DataFolder } from './data-folder.ts';

/** What the ready lines are made of. */
export type ReadyFacts = {
  readonly settings: Settings;
  readonly folder: DataFolder;
  readonly port: number;
  /** How this computer reaches the server. */
  readonly own: string;
  readonly pairingCode: string;
  /** Why the hub is not there yet; null when it is. */
  readonly hubError: string | null;
};

/** The lines a person reads when the server is ready. The first one is a promise to scripts; keep its words. */
export function readyLines({ settings, folder, port, own, pairingCode, hubError }: ReadyFacts): string[] {
  return [
    `listening on ${httpAddress(settings.host, port)}`,
    `Register   ${own}/register/`,
    `Store      ${own}/store/`,
    ...(settings.smtpUrl === null ? [`Outbox     ${own}/outbox`] : []),
    `API docs   ${own}/api/docs`,
    `Data       ${folder.path}`,
    ...(folder.apiKey.made
      ? [`API key    ${folder.apiKey.text} (for online stores; kept in ${join(folder.path, 'api-key')})`]
      : []),
    ...(isLoopbackHost(settings.host) ? [] : [pairingLine(pairingCode)]),
    ...(hubError
      ? [`The hub cannot be reached yet (${hubError}); it is tried again by itself. Check COUCHDB_URL.`]
      : []),
  ];
}

/** How a person reads the code that pairs a register from another computer. */
export const pairingLine = (code: string): string => `Pairing    ${code} (pairs one register on another computer)`;
