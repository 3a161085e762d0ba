import type { Currency, MinorUnits } from '../../../../domain/money.ts';
import { typedAmount } from './typed-amount.ts';

/** What the typed cash means for a total. Amounts in minor units. */
export type CashGiven =
  | { readonly state: 'nothing' }
  | { readonly state: 'unreadable' }
  | { readonly state: 'short'; readonly missing: MinorUnits }
  | { readonly state: 'enough'; readonly tendered: MinorUnits; readonly change: MinorUnits };

/** Judge the cash a cashier typed. Only `enough` may complete a sale. */
export function cashGiven(text: string, total: MinorUnits, currency: Currency): CashGiven {
  if (!text.trim()) return { state: 'nothing' };
  const tendered = typedAmount(text, currency);
  if (tendered === null) return { state: 'unreadable' };
  if (tendered < total) return { state: 'short', missing: total - tendered };
  return { state: 'enough', tendered, change: tendered - total };
}
