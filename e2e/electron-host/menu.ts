import type { MenuItemConstructorOptions } from 'electron';
import { StrictEmitter } from './strict.ts';

type Template = readonly MenuItemConstructorOptions[];

/** Electron's `MenuItem`: a click runs the app's function, or quits for the role `quit`. */
export class HostMenuItem {
  readonly id: string;
  readonly label: string;
  readonly role: MenuItemConstructorOptions['role'];
  readonly enabled: boolean;
  readonly submenu: HostMenu | null;
  readonly click: () => void;

  constructor(options: MenuItemConstructorOptions, quit: () => void) {
    this.id = options.id ?? '';
    this.label = options.label ?? options.role ?? '';
    this.role = options.role;
    this.enabled = options.enabled ?? true;
    this.submenu = Array.isArray(options.submenu) ? new HostMenu(options.submenu, quit) : null;
    // A listener gets the item only; no window has the focus when a spec clicks.
    const listener = options.click as ((item: HostMenuItem) => void) | undefined;
    this.click = () => {
      if (listener) listener(this);
      else if (options.role === 'quit') quit();
    };
  }
}

/** Electron's `Menu`, held in memory. */
export class HostMenu extends StrictEmitter {
  readonly items: readonly HostMenuItem[];

  constructor(template: Template, quit: () => void) {
    super('Menu');
    this.items = template.map((options) => new HostMenuItem(options, quit));
  }

  getMenuItemById(id: string): HostMenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }
}

/** The `Menu` class as the app sees it. */
export type MenuApi = {
  new (): HostMenu;
  buildFromTemplate(template: Template): HostMenu;
  setApplicationMenu(menu: HostMenu | null): void;
  getApplicationMenu(): HostMenu | null;
};

export function menuApi(quit: () => void): MenuApi {
  let applicationMenu: HostMenu | null = null;
  return class Menu extends HostMenu {
    constructor() {
      super([], quit);
    }

    static buildFromTemplate(template: Template): HostMenu {
      return new HostMenu(template, quit);
    }

    static setApplicationMenu(menu: HostMenu | null): void {
      applicationMenu = menu;
    }

    static getApplicationMenu(): HostMenu | null {
      return applicationMenu;
    }
  };
}
