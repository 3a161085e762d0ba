import { randomBytes } from 'node:crypto';
import type { BrowserWindowConstructorOptions, WebContents } from 'electron';
import type { CdpSession } from './cdp.ts';
import { encode } from './codec.ts';
import type { Host } from './host.ts';
import { answerInvoke } from './ipc-main.ts';
import { pageScripts } from './page-scripts.ts';
import type { ToMain } from './page/renderer-ipc.ts';
import { preventable } from './preventable.ts';
import { answerPaused } from './requests.ts';
import { StrictEmitter, notOffered, strict } from './strict.ts';
import type { Targets } from './targets.ts';

type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0];
type Preferences = NonNullable<BrowserWindowConstructorOptions['webPreferences']>;
type Page = { readonly session: CdpSession; readonly targetId: string };

/** The isolated world in which Chromium runs the preload, by the name Electron gives it. */
const WORLD = 'Electron Isolated Context';
const BINDING = '__electronHostSend';

/** Electron's `webContents`: one page of Chromium, driven over the DevTools protocol. */
export class HostWebContents extends StrictEmitter {
  readonly id: number;
  readonly session: Host['session'];
  readonly mainFrame;
  /** Resolves when the page's target is there and prepared; every command waits for it. */
  readonly prepared: Promise<Page>;
  private readonly host: Host;
  private readonly preferences: Preferences;
  private readonly onFirstLoad: () => void;
  private readonly expected = new Set<string>();
  private preloadWorld: number | null = null;
  private url = '';
  private openHandler: OpenHandler | null = null;
  private destroyed = false;

  constructor(host: Host, targets: Targets, options: BrowserWindowConstructorOptions, onFirstLoad: () => void) {
    super('webContents');
    this.host = host;
    this.preferences = options.webPreferences ?? {};
    this.onFirstLoad = onFirstLoad;
    this.session = host.session;
    this.id = host.windows.size + 1;
    const { nodeIntegration, sandbox, contextIsolation, webviewTag } = this.preferences;
    if (nodeIntegration || sandbox === false || contextIsolation === false || webviewTag) {
      notOffered('a window without sandbox or context isolation, with nodeIntegration or webviewTag');
    }
    const url = () => this.getURL();
    this.mainFrame = strict('webFrameMain', {
      parent: null,
      get url() {
        return url();
      },
    });
    this.prepared = targets.create(options, this).then((page) => this.prepare(page));
  }

  /** For `fromDevToolsTargetId`, and for the end of the target. */
  markDestroyed(): void {
    this.destroyed = true;
    this.emit('destroyed');
  }

  private async prepare(page: Page): Promise<Page> {
    const { session, targetId } = page;
    session.on('Fetch.requestPaused', (paused) => {
      const isOwnFrame = paused.frameId === targetId;
      void answerPaused(this.host, session, paused, (to) => !isOwnFrame || this.mayNavigate(to));
    });
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (
        context.name === WORLD &&
        context.auxData &&
        'frameId' in context.auxData &&
        context.auxData.frameId === targetId
      ) {
        this.preloadWorld = context.id;
      }
    });
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (this.preloadWorld === executionContextId) this.preloadWorld = null;
    });
    session.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === BINDING) void this.hear(JSON.parse(payload));
    });
    session.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId) return;
      this.url = frame.url;
      this.emit('did-navigate', preventable(), this.getURL());
    });
    session.on('Page.loadEventFired', () => {
      if (this.url === 'about:blank') return;
      this.emit('did-finish-load', preventable());
      this.onFirstLoad();
    });
    session.on('Inspector.targetCrashed', () => {
      this.emit('render-process-gone', preventable(), { reason: 'crashed', exitCode: 139 });
    });
    const facts = {
      secret: `bridge-${randomBytes(12).toString('hex')}-`,
      binding: BINDING,
      platform: process.platform,
      versions: { electron: process.versions['electron'] ?? '', chrome: process.versions['chrome'] ?? '' },
    };
    const scripts = pageScripts(this.host.facts.built, facts, this.preferences.preload);
    await Promise.all([
      session.send('Page.enable'),
      session.send('Runtime.enable'),
      session.send('Inspector.enable'),
      session.send('Fetch.enable', {
        patterns: [
          { urlPattern: '*', requestStage: 'Request' },
          { urlPattern: '*', requestStage: 'Response' },
        ],
      }),
      session.send('Runtime.addBinding', { name: BINDING, executionContextName: WORLD }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.page }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.preload, worldName: WORLD }),
    ]);
    return page;
  }

  private mayNavigate(url: string): boolean {
    if (this.expected.delete(url)) return true;
    const event = preventable({ url, isMainFrame: true, isSameDocument: false });
    this.emit('will-frame-navigate', event);
    if (!event.defaultPrevented) this.emit('will-navigate', event, url);
    return !event.defaultPrevented;
  }

  private async hear(message: ToMain): Promise<void> {
    if (message.type === 'preload-error') {
      process.stderr.write(`electron-host: preload ${message.file} failed: ${message.message}\n`);
      this.emit('preload-error', preventable(), message.file, new Error(message.message));
    } else if (message.type === 'open') {
      const { frameName, features } = message;
      const referrer = { url: this.getURL(), policy: 'strict-origin-when-cross-origin' as const };
      const url = this.host.schemes.outer(message.url);
      const answer = this.openHandler?.({ url, frameName, features, disposition: 'foreground-tab', referrer });
      if (answer?.action !== 'deny') notOffered('window.open without a handler that denies it');
    } else {
      const event = { sender: this, senderFrame: this.mainFrame };
      const { ok, text } = await answerInvoke(this.host, event, message.channel, message.args);
      await this.callPreload('settle', [message.id, ok, text]);
    }
  }

  /** Nothing happens when the page has no preload at the moment, because it is loading or gone. */
  private async callPreload(name: 'dispatch' | 'settle', args: readonly unknown[]): Promise<void> {
    const { session } = await this.prepared;
    if (this.preloadWorld === null) return;
    const functionDeclaration = `function (...args) { __electronHost.${name}(...args); }`;
    await session
      .send('Runtime.callFunctionOn', {
        executionContextId: this.preloadWorld,
        functionDeclaration,
        arguments: args.map((value) => ({ value })),
      })
      .catch(() => {});
  }

  send(channel: string, ...args: unknown[]): void {
    void this.callPreload('dispatch', [channel, encode(args)]);
  }

  async loadURL(url: string): Promise<void> {
    const { session } = await this.prepared;
    const scheme = url.slice(0, url.indexOf(':'));
    const privileges = this.host.schemes.privileges.get(scheme);
    if (this.host.schemes.handlers.has(scheme) && !(privileges?.standard && privileges.secure)) {
      notOffered(`loading ${scheme}: without the privileges standard and secure`);
    }
    const inner = this.host.schemes.inner(url);
    if (inner !== url) {
      const contents = this as unknown as WebContents;
      await this.session.applyPermissions(this.host.browser(), contents, new URL(inner).origin, this.host.schemes);
    }
    this.expected.add(url);
    const loaded = new Promise((resolve) => this.once('did-finish-load', resolve));
    const { errorText } = await session.send('Page.navigate', { url: inner });
    if (errorText) throw new Error(`${errorText.replace('net::', '')} (-2) loading '${url}'`);
    await loaded;
  }

  reload(): void {
    this.expected.add(this.getURL());
    void this.prepared.then(({ session }) => session.send('Page.reload')).catch(() => {});
  }

  forcefullyCrashRenderer(): void {
    void this.prepared.then(({ session }) => session.send('Page.crash')).catch(() => {});
  }

  getURL(): string {
    return this.host.schemes.outer(this.url);
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }
}
