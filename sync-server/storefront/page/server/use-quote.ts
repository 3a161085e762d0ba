import { useEffect, useState } from 'react';
import type { CartItem } from '../../wire/cart-item.ts';
import type { StoreMethod } from '../../wire/checkout.ts';
import { type QuoteAnswer, quoteAnswerSchema } from '../../wire/priced.ts';
import { askStore } from './ask-store.ts';
import type { StoreFault } from './store-fault.ts';

/** What the server says this cart costs. `quote` is the last good one and may be of the cart a moment ago. */
export type QuoteState = {
  readonly quote: QuoteAnswer | null;
  readonly fault: StoreFault | null;
  /** True when `quote` is of exactly the cart and method asked for. */
  readonly fresh: boolean;
};

type Question = { readonly items: readonly CartItem[]; readonly method: StoreMethod; readonly round: number };
type Told = { readonly quote: QuoteAnswer | null; readonly fault: StoreFault | null; readonly to: Question | null };

const NOTHING: QuoteState = { quote: null, fault: null, fresh: false };

/** Keep a quote for the cart up to date; another `round` asks again. Asks nothing while the cart is empty. */
export function useQuote(items: readonly CartItem[], method: StoreMethod, round = 0): QuoteState {
  const [told, setTold] = useState<Told>({ quote: null, fault: null, to: null });

  useEffect(() => {
    if (items.length === 0) return;
    const to = { items, method, round };
    const giveUp = new AbortController();
    askStore('quote', quoteAnswerSchema, { body: { items, method }, signal: giveUp.signal }).then(
      (answer) =>
        setTold((before) =>
          answer.ok ? { quote: answer.value, fault: null, to } : { quote: before.quote, fault: answer.fault, to },
        ),
      // Given up: the cart changed meanwhile, and a newer question is under way.
      () => undefined,
    );
    return () => giveUp.abort();
  }, [items, method, round]);

  if (items.length === 0) return NOTHING;
  const { to, quote, fault } = told;
  const current = to !== null && to.items === items && to.method === method && to.round === round;
  return { quote, fault: current ? fault : null, fresh: current && fault === null };
}
