import type { Random } from '../random.ts';

/** What can befall one request (reliability figures F3 and F7). */
export type LineFault =
  | { readonly kind: 'none' | 'lose-request' | 'lose-answer' | 'cut-body' | 'half-body' | 'duplicate' }
  | { readonly kind: 'slow'; readonly ms: number }
  /** Somebody in between answers, or the hub does before it looks at the request. */
  | { readonly kind: 'answer'; readonly status: number; readonly text: string };

const JSON_STATUSES = [401, 403, 404, 429, 500, 503] as const;
const PORTAL = '<html><body>Welcome to the Wi-Fi of the mall</body></html>';

/** An error as the hub would say it. */
export const jsonError = (status: number): LineFault => ({
  kind: 'answer',
  status,
  text: JSON.stringify({ error: 'simulated', reason: 'A simulated answer.' }),
});

/** Any of them. */
export function drawFault(random: Random): LineFault {
  return random.weighted<() => LineFault>([
    [4, () => ({ kind: 'lose-request' })],
    [6, () => ({ kind: 'lose-answer' })],
    [3, () => ({ kind: 'cut-body' })],
    [2, () => ({ kind: 'half-body' })],
    [3, () => ({ kind: 'duplicate' })],
    [4, () => ({ kind: 'slow', ms: random.int(500, 50_000) })],
    [8, () => jsonError(random.pick(JSON_STATUSES))],
    [1, () => ({ kind: 'answer', status: 200, text: '{}' })],
    [1, () => ({ kind: 'answer', status: 200, text: PORTAL })],
    [1, () => ({ kind: 'answer', status: 502, text: PORTAL })],
    [1, () => ({ kind: 'answer', status: 200, text: '' })],
  ])();
}
