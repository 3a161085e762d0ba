import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { App, CommandLine } from 'electron';
import type { Host } from './host.ts';
import { preventable } from './preventable.ts';
import { takeSingleInstance } from './single-instance.ts';
import { StrictEmitter, strict } from './strict.ts';

type Offered =
  | 'name'
  | 'isPackaged'
  | 'whenReady'
  | 'isReady'
  | 'quit'
  | 'exit'
  | 'getVersion'
  | 'getAppPath'
  | 'getPath'
  | 'setPath'
  | 'requestSingleInstanceLock'
  | 'setAppUserModelId'
  | 'enableSandbox'
  | 'setBadgeCount'
  | 'getBadgeCount';

/** Electron's `app`: life cycle, paths, switches, single instance. */
export class HostApp extends StrictEmitter implements Pick<App, Offered> {
  readonly name: string;
  readonly isPackaged = false;
  readonly commandLine: Pick<CommandLine, 'appendSwitch' | 'hasSwitch' | 'getSwitchValue'>;
  private readonly host: Host;
  private readonly ready: Promise<void>;
  private resolveReady: () => void = () => {};
  private readonly folders = new Map<string, string>();
  private badge = 0;
  private quitting = false;
  private ending = false;

  constructor(host: Host) {
    super('app');
    this.host = host;
    this.name = host.facts.appPackage.productName ?? host.facts.appPackage.name ?? 'Electron';
    this.ready = new Promise((resolve) => (this.resolveReady = resolve));
    this.commandLine = commandLineApi(host);
    host.onLastWindowClosed.run = () => {
      if (this.quitting) return;
      if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
      else this.quit();
    };
  }

  whenReady(): Promise<void> {
    return this.ready;
  }

  isReady(): boolean {
    return this.host.isReady();
  }

  /** Called by `boot.ts` when Chromium is there. A test driver may hold back the event and the promise. */
  becomeReady(): void {
    this.resolveReady();
    this.emit('ready', preventable(), {});
  }

  isEnding(): boolean {
    return this.ending;
  }

  quit(): void {
    if (this.quitting) return;
    const before = preventable();
    this.emit('before-quit', before);
    if (before.defaultPrevented) return;
    this.quitting = true;
    void this.closeAll();
  }

  private async closeAll(): Promise<void> {
    for (const window of this.host.windows) {
      if (await window.tryClose()) continue;
      this.quitting = false;
      return;
    }
    const last = preventable();
    this.emit('will-quit', last);
    if (last.defaultPrevented) this.quitting = false;
    else {
      this.emit('quit', preventable(), 0);
      this.exit(0);
    }
  }

  exit(code = 0): void {
    if (this.ending) return;
    this.ending = true;
    const browserGone = this.host.isReady() ? this.host.browser().close() : Promise.resolve();
    void browserGone.finally(() => process.exit(code));
  }

  getVersion(): string {
    return this.host.facts.appPackage.version ?? '0.0.0';
  }

  getAppPath(): string {
    return this.host.facts.appFolder;
  }

  getPath(name: Parameters<App['getPath']>[0]): string {
    const appData = process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config');
    const userData =
      this.folders.get('userData') ?? (this.host.switches.get('user-data-dir') || join(appData, this.name));
    if (name !== 'userData' && name !== 'logs') throw new Error(`Failed to get '${name}' path`);
    const path = resolve(name === 'userData' ? userData : (this.folders.get('logs') ?? join(userData, 'logs')));
    mkdirSync(path, { recursive: true });
    return path;
  }

  setPath(name: string, path: string): void {
    this.folders.set(name, path);
  }

  requestSingleInstanceLock(): boolean {
    return takeSingleInstance(this.getPath('userData'), ({ argv, cwd }) =>
      this.emit('second-instance', preventable(), argv, cwd),
    );
  }

  setAppUserModelId(_id: string): void {}

  enableSandbox(): void {}

  setBadgeCount(count: number): boolean {
    this.badge = count;
    return true;
  }

  getBadgeCount(): number {
    return this.badge;
  }
}

function commandLineApi({ switches }: Host): HostApp['commandLine'] {
  return strict('app.commandLine', {
    appendSwitch: (name, value = '') => {
      const before = switches.get(name);
      const adds = before && name.endsWith('-features');
      switches.set(name, adds ? `${before},${value}` : value);
    },
    hasSwitch: (name) => switches.has(name),
    getSwitchValue: (name) => switches.get(name) ?? '',
  });
}
