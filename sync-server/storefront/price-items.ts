import type { OrderLine, Totals } from '../../domain/line.ts';
import { sum, taxWithin, times } from '../../domain/money.ts';
import type { Product, ShopProfile } from '../../domain/shop.ts';
import type { FieldFault } from '../http/refusal.ts';
import { chosenOptions } from './chosen-options.ts';
import type { CartItem } from './wire/cart-item.ts';
import { MOST_OF_ONE } from './wire/limits.ts';

/** A cart with the shop's own prices on it, or what is wrong with it by field. */
export type Priced =
  | { readonly ok: true; readonly lines: readonly OrderLine[]; readonly totals: Totals }
  | { readonly ok: false; readonly faults: readonly FieldFault[] };

type Terms = Pick<ShopProfile, 'taxRate' | 'shippingFee'>;

/**
 * Price a cart from the catalogue. Pure. The same product with the same options twice becomes one line. Prices and the
 * shipping fee contain tax, so `tax` is the part of the total that is tax.
 */
export function priceItems(
  terms: Terms,
  products: readonly Product[],
  items: readonly CartItem[],
  method: 'delivery' | 'pickup',
): Priced {
  const faults: FieldFault[] = [];
  const lines: OrderLine[] = [];
  for (const [index, item] of items.entries()) {
    const line = lineOf(products, item, `items.${index}`, faults);
    if (line) addLine(lines, line, `items.${index}.quantity`, faults);
  }
  if (faults.length > 0) return { ok: false, faults };
  const subtotal = sum(lines.map((line) => line.total));
  const shipping = method === 'delivery' ? terms.shippingFee : 0;
  const total = subtotal + shipping;
  const tax = taxWithin(total, terms.taxRate);
  return { ok: true, lines, totals: { subtotal, discount: 0, shipping, tax, taxIncluded: true, total } };
}

function lineOf(products: readonly Product[], item: CartItem, path: string, faults: FieldFault[]): OrderLine | null {
  const product = products.find((each) => each.sku === item.sku);
  if (!product) {
    faults.push({ path: `${path}.sku`, message: 'This product is no longer sold. Remove it to go on.' });
    return null;
  }
  const options = chosenOptions(product, item.options);
  if (!options.ok) {
    faults.push({ path: `${path}.options`, message: options.message });
    return null;
  }
  const { quantity } = item;
  const total = times(product.price, quantity);
  const { sku, name, price: unitPrice } = product;
  return { id: '', sku, name, options: options.chosen, quantity, unitPrice, discount: 0, total };
}

function addLine(lines: OrderLine[], line: OrderLine, path: string, faults: FieldFault[]): void {
  const same = lines.findIndex((each) => each.sku === line.sku && alike(each, line));
  const before = lines[same];
  const quantity = (before?.quantity ?? 0) + line.quantity;
  if (!Number.isInteger(line.quantity) || line.quantity < 1 || quantity > MOST_OF_ONE)
    faults.push({ path, message: `Choose between 1 and ${MOST_OF_ONE} of one product.` });
  if (before) lines[same] = { ...before, quantity, total: times(before.unitPrice, quantity) };
  else lines.push({ ...line, id: `l${lines.length + 1}` });
}

function alike(one: OrderLine, other: OrderLine): boolean {
  return one.options.every((option, index) => option.value === other.options[index]?.value);
}
