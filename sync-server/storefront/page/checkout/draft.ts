import type { CartItem } from '../../wire/cart-item.ts';
import { type CheckoutRequest, checkoutSchema, type StoreMethod } from '../../wire/checkout.ts';

/** What the customer has typed so far. */
export type Draft = {
  readonly contact: { readonly name: string; readonly email: string; readonly phone: string };
  readonly method: StoreMethod;
  readonly shipping: {
    readonly address1: string;
    readonly address2: string;
    readonly city: string;
    readonly postcode: string;
    readonly region: string;
  };
  readonly note: string;
  readonly outcome: 'approve' | 'decline';
};

export const EMPTY_DRAFT: Draft = {
  contact: { name: '', email: '', phone: '' },
  method: 'delivery',
  shipping: { address1: '', address2: '', city: '', postcode: '', region: '' },
  note: '',
  outcome: 'approve',
};

/** What is wrong, by field path (`contact.email`); one sentence each. */
export type Faults = Readonly<Record<string, string>>;

/** A request ready to send, or what is wrong with the draft: the same rule the server decides by. */
export function checkDraft(
  draft: Draft,
  order: { readonly items: readonly CartItem[]; readonly expectedTotal: number; readonly key: string },
): { readonly request: CheckoutRequest | null; readonly faults: Faults } {
  const { contact, method, note, outcome } = draft;
  const shipping = method === 'delivery' ? draft.shipping : null;
  const read = checkoutSchema.safeParse({ ...order, contact, method, shipping, note, payment: { outcome } });
  if (read.success) return { request: read.data, faults: {} };
  return { request: null, faults: faultsByPath(read.error.issues) };
}

/** The first sentence for each path. */
export function faultsByPath(
  issues: readonly { readonly path: string | readonly PropertyKey[]; readonly message: string }[],
): Faults {
  const entries = issues.map(({ path, message }): [string, string] => [
    typeof path === 'string' ? path : path.map(String).join('.'),
    message,
  ]);
  return Object.fromEntries(entries.toReversed());
}
