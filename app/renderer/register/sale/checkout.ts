import type { StaffRef } from '../../../../domain/change.ts';
import { ShopbellError } from '../../../../domain/errors.ts';
import { saleFault } from '../../../../domain/sale.ts';
import type { Replica } from '../../../replica/replica.ts';
import type { CartStore, DoneSale } from '../../state/cart-store.ts';
import type { SaleDraft } from './make-sale.ts';

/** Why a sale was not made, as a code; the cart is as it was. */
export type CheckoutResult =
  { readonly ok: true; readonly done: DoneSale } | { readonly ok: false; readonly code: string };

export type Checkout = {
  /**
   * Make the sale of the present cart: once, however often it is asked. A second call for the same cart gets the
   * answer of the first, unless that one failed. Never rejects.
   */
  readonly complete: (draft: SaleDraft, staff: StaffRef) => Promise<CheckoutResult>;
};

/** The way from a cart to a stored sale. `finish` of the cart happens in the same step in which the sale is known. */
export function createCheckout(parts: {
  readonly replica: Pick<Replica, 'act' | 'nextReceipt'>;
  readonly cart: CartStore;
}): Checkout {
  const { replica, cart } = parts;
  let latest: { readonly draft: number; readonly result: Promise<CheckoutResult> } | null = null;

  async function record(draft: SaleDraft, staff: StaffRef): Promise<DoneSale> {
    const receipt = await replica.nextReceipt();
    const sale = { receipt, ...draft };
    const fault = saleFault(sale);
    if (fault) throw new ShopbellError(fault, 'The sums of this sale do not add up. Empty the cart and begin again.');
    const change = await replica.act({ kind: 'record-sale', sale }, staff);
    const { currency, totals, payment } = draft;
    return {
      orderId: change.orderId,
      receipt,
      currency,
      total: totals.total,
      change: payment.tendered === undefined ? null : payment.tendered - totals.total,
    };
  }

  async function recordOrAgain(draft: SaleDraft, staff: StaffRef): Promise<DoneSale> {
    try {
      return await record(draft, staff);
    } catch (thrown) {
      // Another sale took the number between asking and storing; the next one is free.
      if (thrown instanceof ShopbellError && thrown.code === 'receipt-used') return record(draft, staff);
      throw thrown;
    }
  }

  async function complete(draft: SaleDraft, staff: StaffRef): Promise<CheckoutResult> {
    cart.getState().setCompleting(true);
    try {
      const done = await recordOrAgain(draft, staff);
      cart.getState().finish(done);
      return { ok: true, done };
    } catch (thrown) {
      latest = null;
      cart.getState().setCompleting(false);
      return { ok: false, code: thrown instanceof ShopbellError ? thrown.code : 'not-saved' };
    }
  }

  return {
    complete(draft, staff) {
      const asked = cart.getState().draft;
      if (latest?.draft !== asked) latest = { draft: asked, result: complete(draft, staff) };
      return latest.result;
    },
  };
}
