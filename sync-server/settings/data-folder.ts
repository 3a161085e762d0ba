import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where Shopbell keeps its data when nobody says otherwise: the user's data directory of the system.
 * @see https://specifications.freedesktop.org/basedir-spec/latest/ for Linux.
 */
export function defaultDataFolder(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  home: string = homedir(),
): string {
  if (platform === 'win32') return join(env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'Shopbell');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Shopbell');
  return join(env['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'shopbell');
}
