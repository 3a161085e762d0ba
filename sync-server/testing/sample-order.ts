import type { OrderInput } from '../intake/order-body.ts';

/** An order as a store sends it, of an invented customer. */
export function sampleOrder(more: Partial<OrderInput> = {}): OrderInput {
  return {
    currency: 'MYR',
    method: 'delivery',
    payment: { status: 'paid', method: 'FPX' },
    lines: [
      { sku: 'CUP-1', name: 'Cup', options: [{ name: 'Colour', value: 'Jade' }], quantity: 2, unitPrice: 1500 },
      { sku: 'TEA-1', name: 'Tea', quantity: 1, unitPrice: 990, discount: 90 },
    ],
    totals: { shipping: 800, total: 4700 },
    contact: { name: 'Ann Example', email: 'ann@example.test', phone: '012-000 0000' },
    shipping: { name: 'Ann Example', address1: '1 Example Road', city: 'Ipoh', postcode: '30000', country: 'MY' },
    note: '',
    ...more,
  };
}
