import type { Session, WebContents } from 'electron';
import type { Browser } from './chromium.ts';
import type { SchemeHandler, Schemes } from './schemes.ts';
import { StrictEmitter, strict } from './strict.ts';
import { createWebRequestHooks } from './web-request.ts';

type RequestHandler = Parameters<Session['setPermissionRequestHandler']>[0];
type CheckHandler = Parameters<Session['setPermissionCheckHandler']>[0];
type ProtocolApi = Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle' | 'isProtocolHandled'>;

/** Permissions by Electron's name and Chromium's, asked for when a page loads; Chromium then answers the page itself. */
const PERMISSIONS = {
  notifications: 'notifications',
  geolocation: 'geolocation',
  media: 'camera',
  midi: 'midi',
} as const;

/** Electron's `session.defaultSession`. There are no other sessions. */
export class HostSession
  extends StrictEmitter
  implements Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler'>
{
  readonly protocol: ProtocolApi;
  readonly webRequest;
  readonly hooks = createWebRequestHooks();
  private permissionRequest: RequestHandler = null;
  private permissionCheck: CheckHandler = null;

  constructor(schemes: Schemes) {
    super('session');
    this.protocol = protocolApi(schemes);
    this.webRequest = strict('session.webRequest', this.hooks.api);
  }

  setPermissionRequestHandler(handler: RequestHandler): void {
    this.permissionRequest = handler;
  }

  setPermissionCheckHandler(handler: CheckHandler): void {
    this.permissionCheck = handler;
  }

  /** Ask the app's handlers for each permission and tell Chromium; without a handler everything is granted, as in Electron. */
  async applyPermissions(browser: Browser, contents: WebContents, origin: string, schemes: Schemes): Promise<void> {
    const url = `${schemes.outer(origin)}/`;
    for (const [permission, name] of Object.entries(PERMISSIONS) as [keyof typeof PERMISSIONS, string][]) {
      const asked = await new Promise<boolean>((resolve) => {
        if (!this.permissionRequest) return resolve(true);
        this.permissionRequest(contents, permission, resolve, { requestingUrl: url, isMainFrame: true });
      });
      const checked = this.permissionCheck?.(contents, permission, url, { requestingUrl: url, isMainFrame: true });
      const setting = asked && checked !== false ? 'granted' : 'denied';
      await browser.cdp.root.send('Browser.setPermission', { permission: { name }, setting, origin });
    }
  }
}

function protocolApi(schemes: Schemes): ProtocolApi {
  return strict<ProtocolApi>('protocol', {
    registerSchemesAsPrivileged: (list) => {
      for (const { scheme, privileges } of list) schemes.privileges.set(scheme, privileges ?? {});
    },
    handle: (scheme, handler) => {
      if (schemes.handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
      // Electron's own type speaks of its GlobalRequest, which is the same class.
      schemes.handlers.set(scheme, handler as SchemeHandler);
    },
    isProtocolHandled: (scheme) => schemes.handlers.has(scheme),
  });
}
