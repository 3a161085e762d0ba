import type { OrderView } from '../../../../domain/pending.ts';
import type { Say } from '../../i18n/open-words.ts';
import { itemsSummary } from '../item-words.ts';
import { numberText } from '../number-text.ts';
import type { OrderWords } from '../use-words.ts';
import { plainText } from '../../ui/plain-text.ts';

/** One row of the list, in words. */
export type RowWords = {
  readonly number: string;
  readonly time: string;
  readonly customer: string;
  readonly items: string;
  readonly total: string;
};

/** The words of one row. A walk-in sale has no customer: its register stands there. */
export function rowWords({ order }: OrderView, words: Pick<OrderWords, 'money' | 'short'>, t: Say): RowWords {
  const who = order.channel === 'online' ? order.contact.name : order.source.name;
  return {
    number: numberText(order.number),
    time: words.short(order.placedAt),
    customer: plainText(who.trim(), 80) || t('orders.noCustomer'),
    items: itemsSummary(order.lines, t),
    total: words.money(order.totals.total, order.currency),
  };
}
