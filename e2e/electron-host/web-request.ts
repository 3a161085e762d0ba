import type { BeforeSendResponse, OnBeforeSendHeadersListenerDetails, WebRequestFilter } from 'electron';

type Listener = (details: OnBeforeSendHeadersListenerDetails, callback: (response: BeforeSendResponse) => void) => void;

/** What Electron's `session.webRequest` offers here, and the host's own side of it. */
export type WebRequestHooks = {
  readonly api: { onBeforeSendHeaders(filter: WebRequestFilter, listener: Listener): void };
  /** What the app's listener answers; `{}` when there is none for this address. */
  beforeSendHeaders(details: OnBeforeSendHeadersListenerDetails): Promise<BeforeSendResponse>;
};

export function createWebRequestHooks(): WebRequestHooks {
  let hook: { readonly filter: WebRequestFilter; readonly listener: Listener } | null = null;
  return {
    api: {
      onBeforeSendHeaders: (filter, listener) => {
        hook = { filter, listener };
      },
    },
    beforeSendHeaders: (details) => {
      const current = hook;
      if (!current || !current.filter.urls.some((pattern) => matches(pattern, details.url))) return Promise.resolve({});
      return new Promise((resolve) => current.listener(details, resolve));
    },
  };
}

/** Chromium's match patterns as far as a shell needs them: `<all_urls>` and `*` for any run of characters. */
function matches(pattern: string, url: string): boolean {
  if (pattern === '<all_urls>') return true;
  const escaped = pattern.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*');
  return new RegExp(`^${escaped}$`).test(url);
}
