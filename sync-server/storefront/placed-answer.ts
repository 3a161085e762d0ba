import type { Order } from '../../domain/order.ts';
import type { Placed } from './wire/priced.ts';

type Shown = Pick<Order, 'method' | 'lines' | 'totals' | 'contact' | 'shipping'>;

/** The thank-you page's facts of an order: what was bought and where it goes, nothing else of the document. */
export function placedAnswer(order: Shown, taken: { readonly number: string; readonly created: boolean }): Placed {
  const to = order.shipping;
  const lines = order.lines.map((line) => ({
    id: line.id,
    sku: line.sku,
    name: line.name,
    options: line.options.map(({ name, value }) => ({ name, value })),
    quantity: line.quantity,
    unitPrice: line.unitPrice,
    discount: line.discount,
    total: line.total,
  }));
  const { subtotal, discount, shipping, tax, taxIncluded, total } = order.totals;
  const address = to ? [to.name, to.address1, to.address2, `${to.postcode} ${to.city}`, to.region] : [];
  return {
    number: taken.number,
    created: taken.created,
    method: order.method === 'pickup' ? 'pickup' : 'delivery',
    lines,
    totals: { subtotal, discount, shipping, tax, taxIncluded, total },
    email: order.contact.email,
    deliverTo: address.filter((line) => line.trim() !== ''),
  };
}
