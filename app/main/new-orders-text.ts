/** `3 new orders`, or an empty text when there is none. */
export function newOrdersText(count: number): string {
  if (count === 0) return '';
  return count === 1 ? '1 new order' : `${count} new orders`;
}
