import type { RecordSale, Sale } from './change.ts';
import { sum } from './money.ts';
import type { Order } from './order.ts';
import type { VerdictCode } from './verdict.ts';

/** The code of what is wrong with a sale's sums, or null when they add up to the cent. */
export function saleFault(sale: Sale): VerdictCode | null {
  const linesRight = sale.lines.every((line) => line.total === line.unitPrice * line.quantity - line.discount);
  const { subtotal, discount, shipping, tax, taxIncluded, total } = sale.totals;
  const totalsRight =
    subtotal === sum(sale.lines.map((line) => line.total)) &&
    total === subtotal - discount + shipping + (taxIncluded ? 0 : tax) &&
    total >= 0;
  const enough = sale.payment.tendered === undefined || sale.payment.tendered >= total;
  return sale.lines.length > 0 && linesRight && totalsRight && enough ? null : 'sums-wrong';
}

/** The order a walk-in sale becomes: paid, handed over, quiet. */
export function saleOrder(change: RecordSale): Order {
  const { sale } = change;
  return {
    type: 'order',
    id: change.orderId,
    shop: change.shop,
    channel: 'in-store',
    number: sale.receipt,
    source: { name: change.register.name, reference: change.id },
    placedAt: change.at,
    currency: sale.currency,
    method: 'counter',
    payment: { ...sale.payment, status: 'paid', paidAt: change.at },
    fulfilment: 'handed-over',
    lines: sale.lines,
    totals: sale.totals,
    contact: { name: '', email: '', phone: '' },
    shipping: null,
    note: '',
    parcels: [],
    alarm: { state: 'quiet' },
    messages: [],
    resends: [],
    decisions: [],
    history: [],
  };
}
