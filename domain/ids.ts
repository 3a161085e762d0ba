/** Every id in Shopbell matches this: safe in a URL, a CouchDB document id and a file name alike. */
export const ID_PATTERN = /^[A-Za-z0-9:_-]{1,64}$/;

/** True when `value` is a string that may serve as an id anywhere in Shopbell. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && ID_PATTERN.test(value);
}

/**
 * The id of the order that a walk-in sale becomes. Derived from the change, so that settling the same
 * change twice can only ever make one order.
 */
export function saleOrderId(changeId: string): string {
  return `s-${changeId.replace(/^c-/, '')}`;
}
