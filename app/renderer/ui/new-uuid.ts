/** The part of `crypto` that is there on every page. */
type RandomBytes = { getRandomValues(bytes: Uint8Array<ArrayBuffer>): Uint8Array };

/**
 * A random UUID (version 4, RFC 9562 §5.4). `crypto.randomUUID` exists on https and on this very computer only; the
 * Register also runs on plain `http` in the shop's network.
 */
export function newUuid(random: RandomBytes): string {
  const bytes = random.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
