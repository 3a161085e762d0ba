import type { Menu, MenuItemConstructorOptions, NativeImage, Tray } from 'electron';
import type { Log } from './log.ts';
import { newOrdersText } from './new-orders-text.ts';

type Acts = { readonly open: () => void; readonly quit: () => void };

export function trayMenu(newOrders: number, { open, quit }: Acts): MenuItemConstructorOptions[] {
  const waiting = newOrdersText(newOrders);
  return [
    { id: 'open', label: 'Open Shopbell', click: open },
    ...(waiting ? [{ id: 'new-orders', label: waiting, click: open }] : []),
    { type: 'separator' },
    { id: 'quit', label: 'Quit Shopbell', click: quit },
  ];
}

export type ShellTray = {
  /** False on a desktop that has no place for a tray icon. */
  isThere(): boolean;
  showNewOrders(count: number): void;
  close(): void;
};

type Parts = {
  readonly create: (icon: NativeImage) => Tray;
  readonly buildMenu: (template: MenuItemConstructorOptions[]) => Menu;
  readonly icon: NativeImage;
  readonly acts: Acts;
  readonly log: Log;
};

export function openTray({ create, buildMenu, icon, acts, log }: Parts): ShellTray {
  const tray = createOrNull(create, icon, log);
  const showNewOrders = (count: number) => {
    tray?.setToolTip(['Shopbell', newOrdersText(count)].filter(Boolean).join(' · '));
    tray?.setContextMenu(buildMenu(trayMenu(count, acts)));
  };
  tray?.on('click', acts.open);
  showNewOrders(0);
  return { isThere: () => tray !== null, showNewOrders, close: () => tray?.destroy() };
}

function createOrNull(create: Parts['create'], icon: NativeImage, log: Log): Tray | null {
  try {
    return create(icon);
  } catch (error) {
    log.warn('no-tray', error);
    return null;
  }
}
