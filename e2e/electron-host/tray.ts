import type { Tray } from 'electron';
import type { HostMenu } from './menu.ts';
import type { HostImage } from './native-image.ts';
import { StrictEmitter } from './strict.ts';

/** Electron's `Tray`: keeps what it was told. A spec opens its menu through the menu object. */
export class HostTray extends StrictEmitter implements Pick<Tray, 'setToolTip' | 'destroy' | 'isDestroyed'> {
  private shown: { image: HostImage; toolTip: string; menu: HostMenu | null };
  private gone = false;

  constructor(image: HostImage) {
    super('Tray');
    this.shown = { image, toolTip: '', menu: null };
  }

  setToolTip(toolTip: string): void {
    this.shown = { ...this.shown, toolTip };
  }

  setContextMenu(menu: HostMenu | null): void {
    this.shown = { ...this.shown, menu };
  }

  setImage(image: HostImage): void {
    this.shown = { ...this.shown, image };
  }

  destroy(): void {
    this.gone = true;
  }

  isDestroyed(): boolean {
    return this.gone;
  }
}
