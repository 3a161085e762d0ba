/** A link that may be opened outside the app, and what to show before it is: the host, or the mail address or number. */
export type OutsideLink = { readonly url: string; readonly shown: string };

/**
 * Which links may leave the app: https, mailto and tel. Null for everything else, for unreadable addresses, and for one that
 * hides its host behind a user name.
 */
export function outsideLink(text: string): OutsideLink | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol === 'https:') return url.username || url.password ? null : { url: url.href, shown: url.host };
  if (url.protocol === 'mailto:' || url.protocol === 'tel:') return { url: url.href, shown: url.pathname };
  return null;
}

type Asks = {
  /** Show the question; true when the person says yes. */
  readonly confirm: (shown: string) => Promise<boolean>;
  readonly open: (url: string) => Promise<void>;
};

/** Opens a link outside after a person said yes. While one question stands, further links are dropped: a page cannot pile them up. */
export function createLinkOpener({ confirm, open }: Asks): (url: string) => Promise<void> {
  let asking = false;
  return async (url) => {
    const link = outsideLink(url);
    if (link === null || asking) return;
    asking = true;
    try {
      if (await confirm(link.shown)) await open(link.url);
    } finally {
      asking = false;
    }
  };
}
