import { createStore, type StoreApi } from 'zustand';
import type { LineOption } from '../../../domain/line.ts';
import type { Currency, MinorUnits } from '../../../domain/money.ts';

/** The most of one product that one line takes. */
export const MOST_OF_ONE = 999;
/** The most lines one sale takes; the hub's rule allows more. */
export const MOST_LINES = 200;

/** What a person put in the cart: which product, which options, how many. Price and name stay with the product. */
export type CartEntry = {
  readonly key: string;
  readonly sku: string;
  readonly options: readonly LineOption[];
  readonly quantity: number;
};

/** What *Undo* puts back, and where it stood. */
export type Removed = { readonly entry: CartEntry; readonly at: number };

/** The sale just made, for the words after it. Amounts in minor units; `change` is null when paid by card. */
export type DoneSale = {
  readonly orderId: string;
  readonly receipt: string;
  readonly currency: Currency;
  readonly total: MinorUnits;
  readonly change: MinorUnits | null;
};

export type CartState = {
  /** One number per cart: the same draft can become one sale only. */
  readonly draft: number;
  readonly entries: readonly CartEntry[];
  readonly removed: readonly Removed[];
  readonly done: DoneSale | null;
  /** True while the sale is being stored; the cart stands still until it is decided. */
  readonly completing: boolean;
  readonly add: (sku: string, options: readonly LineOption[]) => void;
  /** One more or fewer; the last one fewer removes the line. */
  readonly step: (key: string, by: 1 | -1) => void;
  readonly remove: (key: string) => void;
  readonly clear: () => void;
  readonly undo: () => void;
  readonly setCompleting: (completing: boolean) => void;
  /** The sale is stored: the cart is empty, and another draft begins. */
  readonly finish: (done: DoneSale) => void;
  readonly startNew: () => void;
};

export type CartStore = StoreApi<CartState>;

/** Two taps on the same product with the same options are one line. */
export function entryKey(sku: string, options: readonly LineOption[]): string {
  return JSON.stringify([sku, ...options.map(({ name, value }) => [name, value])]);
}

/** The cart of this register: survives going to another screen, ends with the page. */
export function createCartStore(): CartStore {
  return createStore<CartState>()((set) => {
    const change = (next: (state: CartState) => Partial<CartState>) =>
      set((state) => (state.completing ? state : next(state)));
    return {
      draft: 1,
      entries: [],
      removed: [],
      done: null,
      completing: false,
      add: (sku, options) => change((state) => ({ done: null, ...added(state, sku, options) })),
      step: (key, by) => change((state) => stepped(state, key, by)),
      remove: (key) => change((state) => without(state, (entry) => entry.key === key)),
      clear: () => change((state) => without(state, () => true)),
      undo: () => change(restored),
      setCompleting: (completing) => set({ completing }),
      finish: (done) => set((state) => ({ entries: [], removed: [], done, completing: false, draft: state.draft + 1 })),
      startNew: () => set({ done: null }),
    };
  });
}

function added(state: CartState, sku: string, options: readonly LineOption[]): Partial<CartState> {
  const key = entryKey(sku, options);
  if (state.entries.some((entry) => entry.key === key)) return stepped(state, key, 1);
  if (state.entries.length >= MOST_LINES) return {};
  return { entries: [...state.entries, { key, sku, options, quantity: 1 }] };
}

function stepped(state: CartState, key: string, by: 1 | -1): Partial<CartState> {
  const found = state.entries.find((entry) => entry.key === key);
  if (!found) return {};
  const quantity = Math.min(MOST_OF_ONE, found.quantity + by);
  if (quantity < 1) return without(state, (entry) => entry.key === key);
  return { entries: state.entries.map((entry) => (entry.key === key ? { ...entry, quantity } : entry)) };
}

function without(state: CartState, leaves: (entry: CartEntry) => boolean): Partial<CartState> {
  const removed = state.entries.flatMap((entry, at) => (leaves(entry) ? [{ entry, at }] : []));
  if (removed.length === 0) return {};
  return { removed, entries: state.entries.filter((entry) => !leaves(entry)) };
}

function restored(state: CartState): Partial<CartState> {
  const entries = [...state.entries];
  for (const { entry, at } of state.removed) {
    const again = entries.findIndex((each) => each.key === entry.key);
    const same = entries[again];
    if (same) entries[again] = { ...same, quantity: Math.min(MOST_OF_ONE, same.quantity + entry.quantity) };
    else entries.splice(at, 0, entry);
  }
  return { entries, removed: [] };
}
