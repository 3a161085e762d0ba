import type { BrowserWindow, BrowserWindowConstructorOptions, NativeImage, Rectangle } from 'electron';
import type { Host } from './host.ts';
import { preventable } from './preventable.ts';
import { StrictEmitter } from './strict.ts';
import type { Targets } from './targets.ts';
import { HostWebContents } from './web-contents.ts';

type Offered =
  | 'show'
  | 'hide'
  | 'focus'
  | 'minimize'
  | 'restore'
  | 'maximize'
  | 'close'
  | 'destroy'
  | 'loadURL'
  | 'flashFrame'
  | 'isVisible'
  | 'isFocused'
  | 'isMinimized'
  | 'isMaximized'
  | 'isDestroyed'
  | 'getBounds'
  | 'getNormalBounds'
  | 'setBounds'
  | 'setOverlayIcon'
  | 'id';

/** Electron's `BrowserWindow`. Headless Chromium shows nothing, so visible, minimised and focused are states and events only. */
export class HostWindow extends StrictEmitter implements Pick<BrowserWindow, Offered> {
  readonly webContents: HostWebContents;
  readonly id: number;
  private readonly host: Host;
  private readonly targets: Targets<HostWebContents>;
  private readonly bounds: Rectangle;
  private readonly state: Record<'visible' | 'focused' | 'minimized' | 'maximized', boolean>;
  private destroyed = false;
  private wasReady = false;

  constructor(host: Host, targets: Targets<HostWebContents>, options: BrowserWindowConstructorOptions) {
    super('BrowserWindow');
    if (!host.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    const { x = 0, y = 0, width = 800, height = 600, show = true } = options;
    this.host = host;
    this.targets = targets;
    this.bounds = { x, y, width, height };
    this.state = { visible: show, focused: show, minimized: false, maximized: false };
    this.webContents = new HostWebContents(host, targets, options, () => this.firstLoad());
    this.id = this.webContents.id;
    host.windows.add(this);
  }

  private firstLoad(): void {
    if (this.wasReady) return;
    this.wasReady = true;
    this.emit('ready-to-show');
  }

  private change(name: keyof HostWindow['state'], value: boolean, event: string): void {
    if (this.state[name] === value) return;
    this.state[name] = value;
    this.emit(event);
  }

  /** Close unless a listener prevents it; whether it closed. */
  async tryClose(): Promise<boolean> {
    const event = preventable();
    this.emit('close', event);
    if (event.defaultPrevented) return false;
    await this.destroyNow();
    return true;
  }

  private async destroyNow(): Promise<void> {
    if (this.destroyed) return;
    this.destroyed = true;
    this.host.windows.delete(this);
    await this.targets.close(await this.webContents.prepared);
    this.emit('closed');
    if (this.host.windows.size === 0) this.host.onLastWindowClosed.run();
  }

  close(): void {
    if (!this.destroyed) void this.tryClose();
  }

  destroy(): void {
    void this.destroyNow();
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  show(): void {
    this.change('visible', true, 'show');
    this.focus();
  }

  hide(): void {
    this.change('visible', false, 'hide');
    this.change('focused', false, 'blur');
  }

  focus(): void {
    this.change('focused', true, 'focus');
  }

  minimize(): void {
    this.change('minimized', true, 'minimize');
  }

  restore(): void {
    this.change('minimized', false, 'restore');
  }

  maximize(): void {
    this.change('maximized', true, 'maximize');
  }

  isVisible(): boolean {
    return this.state.visible;
  }

  isFocused(): boolean {
    return this.state.focused && this.state.visible;
  }

  isMinimized(): boolean {
    return this.state.minimized;
  }

  isMaximized(): boolean {
    return this.state.maximized;
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  getBounds(): Rectangle {
    return { ...this.bounds };
  }

  getNormalBounds(): Rectangle {
    return this.getBounds();
  }

  setBounds(bounds: Partial<Rectangle>): void {
    Object.assign(this.bounds, bounds);
    this.emit('resized');
    void this.webContents.prepared.then(async ({ targetId }) => {
      const { root } = this.host.browser().cdp;
      const { windowId } = await root.send('Browser.getWindowForTarget', { targetId });
      const { width, height } = this.bounds;
      await root.send('Browser.setWindowBounds', { windowId, bounds: { width, height } });
    });
  }

  flashFrame(_on: boolean): void {}

  setOverlayIcon(_overlay: NativeImage | null, _description: string): void {}
}
