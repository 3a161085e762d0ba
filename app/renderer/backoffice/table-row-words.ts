import { rings } from '../../../domain/alarm.ts';
import type { OrderView } from '../../../domain/pending.ts';
import type { Say } from '../i18n/open-words.ts';
import { rowWords, type RowWords } from '../orders/list/row-words.ts';
import type { OrderWords } from '../orders/use-words.ts';

/** One row of Order Management in words; `new` while nobody acknowledged the order. */
export type TableRowWords = RowWords & {
  readonly when: string;
  readonly method: string;
  readonly payment: string;
  readonly new: boolean;
};

/** The words of one row. */
export function tableRowWords(view: OrderView, words: OrderWords, t: Say): TableRowWords {
  const { order } = view;
  return {
    ...rowWords(view, words, t),
    when: words.full(order.placedAt),
    method: t(`orders.method.${order.method}`),
    payment: t(`backoffice.payment.${order.payment.status}`),
    new: rings(order),
  };
}
