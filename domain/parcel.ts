import type { Order, Parcel } from './order.ts';

/** The lines, with quantities, that no parcel of this order carries yet. */
export function remainingLines(order: Pick<Order, 'lines' | 'parcels'>): Parcel['lines'] {
  return order.lines
    .map((line) => ({ line: line.id, quantity: line.quantity - sent(order, line.id) }))
    .filter((line) => line.quantity > 0);
}

function sent(order: Pick<Order, 'parcels'>, lineId: string): number {
  return order.parcels
    .flatMap((parcel) => parcel.lines)
    .filter((line) => line.line === lineId)
    .reduce((total, line) => total + line.quantity, 0);
}
