import type { Order } from './order.ts';

/** Lower-case text in which a person's search words are looked for: number, names, phone, e-mail, products, tracking IDs. */
export function searchText(order: Order): string {
  return [
    order.number,
    order.contact.name,
    order.contact.email,
    order.contact.phone,
    order.shipping?.name ?? '',
    order.source.reference,
    ...order.lines.flatMap((line) => [line.name, line.sku]),
    ...order.parcels.map((parcel) => parcel.trackingId),
  ]
    .join('\n')
    .toLowerCase();
}
