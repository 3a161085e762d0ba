import type { OrderLine } from '../../../domain/line.ts';
import type { Order } from '../../../domain/order.ts';
import type { Say } from '../i18n/open-words.ts';
import { plainText } from '../ui/plain-text.ts';

/** What is in an order, in one line: "2 × Kaya Jam +1 more". */
export function itemsSummary(lines: Order['lines'], t: Say): string {
  const [first, ...others] = lines;
  if (!first) return t('orders.items', { count: 0 });
  const name = plainText(first.name, 60);
  const what = first.quantity === 1 ? name : `${first.quantity} × ${name}`;
  return others.length === 0 ? what : t('orders.moreItems', { first: what, more: others.length });
}

/** The chosen options of a line: "Size: Large · Colour: Red"; empty when there are none. */
export function optionsText(line: OrderLine): string {
  return line.options
    .slice(0, 12)
    .map((option) => `${plainText(option.name, 40)}: ${plainText(option.value, 60)}`)
    .join(' · ');
}
