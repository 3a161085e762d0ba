import type { Currency, MinorUnits } from '../../../../domain/money.ts';
import type { Paid } from './make-sale.ts';
import { typedAmount } from './typed-amount.ts';

/** What the typed cash means for a total. Amounts in minor units. */
export type CashGiven =
  | { readonly state: 'unreadable' }
  | { readonly state: 'short'; readonly missing: MinorUnits }
  | { readonly state: 'enough'; readonly tendered: MinorUnits; readonly change: MinorUnits };

/** Judge the cash a cashier typed; nothing typed is the exact amount. Only `enough` may complete a sale. */
export function cashGiven(text: string, total: MinorUnits, currency: Currency): CashGiven {
  const tendered = text.trim() ? typedAmount(text, currency) : total;
  if (tendered === null) return { state: 'unreadable' };
  if (tendered < total) return { state: 'short', missing: total - tendered };
  return { state: 'enough', tendered, change: tendered - total };
}

/** How the sale is paid, or null while the cash is not enough. What was typed means nothing to a card. */
export function paidBy(way: Paid['method'], given: CashGiven): Paid | null {
  if (way === 'card') return { method: 'card' };
  return given.state === 'enough' ? { method: 'cash', tendered: given.tendered } : null;
}
