import type { MenuItemConstructorOptions } from 'electron';

/** The application menu. macOS takes copy, paste and quit from it, so it is there although the page has its own. */
export function applicationMenu(platform: string, devTools: boolean): MenuItemConstructorOptions[] {
  const file: MenuItemConstructorOptions =
    platform === 'darwin'
      ? { role: 'appMenu' }
      : { label: 'Shopbell', submenu: [{ id: 'quit', label: 'Quit Shopbell', role: 'quit' }] };
  const view: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
    ...(devTools ? [{ role: 'toggleDevTools' } as const] : []),
  ];
  return [file, { role: 'editMenu' }, { label: 'View', submenu: view }, { role: 'windowMenu' }];
}
