import { useRef, useState } from 'react';
import { placedSchema } from '../../wire/priced.ts';
import { type Cart, sameGoods } from '../cart/cart.ts';
import type { KeptText } from '../kept-text.ts';
import { askStore } from '../server/ask-store.ts';
import type { StoreFault } from '../server/store-fault.ts';
import type { QuoteState } from '../server/use-quote.ts';
import type { LastOrder } from '../thanks/last-order.ts';
import { attemptKey, endAttempt } from './attempt-key.ts';
import { checkDraft, type Draft, type Faults, faultsByPath } from './draft.ts';

type Needs = {
  readonly cart: Cart;
  readonly draft: Draft;
  readonly quote: QuoteState;
  readonly kept: KeptText;
  readonly onPlaced: (order: LastOrder) => void;
  /** The server's prices are not those on screen: ask again. */
  readonly onStale: () => void;
};

export type Pay = {
  readonly busy: boolean;
  /** By field path; empty until the customer has tried to pay. */
  readonly faults: Faults;
  /** What stands above the button when paying did not work. */
  readonly trouble: StoreFault | null;
  readonly tried: boolean;
  readonly run: () => Promise<void>;
};

const LOST: StoreFault = {
  code: 'unreachable',
  detail:
    'The store cannot be reached just now. Your cart is kept. Press Pay again when the connection is back: you will never be charged twice.',
  errors: [],
};

const ALREADY: StoreFault = {
  code: 'already-placed',
  detail:
    'An earlier payment of this checkout had gone through after all and made an order with other details. Ask the shop about it, at the number below, before you pay again.',
  errors: [],
};

/**
 * Paying. Sends at most one request at a time, under one key for the whole attempt, so that no number of clicks and no
 * lost answer makes a second order.
 */
export function usePay({ cart, draft, quote, kept, onPlaced, onStale }: Needs): Pay {
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const [trouble, setTrouble] = useState<StoreFault | null>(null);
  const sending = useRef(false);

  const check = () => {
    const key = attemptKey(kept, (bytes) => crypto.getRandomValues(bytes));
    return checkDraft(draft, { items: cart, expectedTotal: quote.quote?.totals.total ?? 0, key });
  };

  const run = async () => {
    if (sending.current) return;
    setTried(true);
    const { request } = check();
    if (!request) {
      setTrouble(null);
      focusFirstFault();
      return;
    }
    sending.current = true;
    setBusy(true);
    setTrouble(null);
    const answer = await askStore('checkout', placedSchema, { body: request });
    sending.current = false;
    setBusy(false);
    if (answer.ok) {
      endAttempt(kept);
      onPlaced({ ...answer.value, earlier: !answer.value.created && !sameGoods(cart, answer.value.lines) });
      return;
    }
    const { fault } = answer;
    // The key stands for another order already; it can never be used for this one.
    const already = fault.code === 'idempotency-mismatch';
    if (already) endAttempt(kept);
    setTrouble(already ? ALREADY : fault.code === 'unreachable' ? LOST : fault);
    if (fault.code === 'checkout-total-changed' || fault.code === 'checkout-refused') onStale();
  };

  const ours = tried ? check().faults : {};
  return { busy, tried, trouble, run, faults: { ...faultsByPath(trouble?.errors ?? []), ...ours } };
}

/** Take the customer to the first field that needs another look, once it is marked. */
function focusFirstFault(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.checkout [aria-invalid="true"]')?.focus());
}
