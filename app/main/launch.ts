import { DEFAULT_SERVER, parseServerAddress } from './server-address.ts';

/** What the person or script that started the shell asked for. */
export type Launch = {
  /** `--server=` or `SHOPBELL_SERVER`, as written; null when neither is there. */
  readonly server: string | null;
  /** `SHOPBELL_ALLOW_PLAIN_SECRET=1`: keep the hub password even where the system cannot protect it (a demo shop). */
  readonly allowPlainSecret: boolean;
};

type Environment = Readonly<Record<string, string | undefined>>;

export function readLaunch(argv: readonly string[], env: Environment): Launch {
  const argument = argv.findLast((arg) => arg.startsWith('--server='))?.slice('--server='.length);
  return {
    server: argument || env['SHOPBELL_SERVER'] || null,
    allowPlainSecret: env['SHOPBELL_ALLOW_PLAIN_SECRET'] === '1',
  };
}

/** The sync-server's origin: what the launch says, else the saved setting, else the default. Throws `server-address`. */
export function chooseServer(launch: Launch, saved: string | undefined): string {
  return parseServerAddress(launch.server ?? saved ?? DEFAULT_SERVER);
}
