import { setNonce } from 'get-nonce';

/**
 * The nonce the server wrote into the page, for styles that libraries make at run time; empty where the page was not
 * served by it. Browsers hide the attribute's text, so it is read from the property.
 */
export function cspNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

/** Hand the nonce to react-remove-scroll, which adds a style of its own while a dialog is open. */
export function shareNonce(nonce: string): void {
  setNonce(nonce);
}
