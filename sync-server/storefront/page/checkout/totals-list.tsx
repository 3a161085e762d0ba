import type { Totals } from '../../../../domain/line.ts';
import type { StoreMethod } from '../../wire/checkout.ts';
import type { MoneyText } from '../money-text.ts';

type Props = { readonly totals: Totals; readonly method: StoreMethod; readonly money: MoneyText };

/** The sums of an order, as the server gave them. */
export function TotalsList({ totals, method, money }: Props) {
  return (
    <dl className="totals">
      <dt>Subtotal</dt>
      <dd>{money(totals.subtotal)}</dd>
      <dt>{method === 'delivery' ? 'Delivery' : 'Self pickup'}</dt>
      <dd>{totals.shipping === 0 ? 'Free' : money(totals.shipping)}</dd>
      <dt className="totals-total">Total</dt>
      <dd className="totals-total">{money(totals.total)}</dd>
      {totals.tax > 0 && (
        <>
          <dt className="hint">{totals.taxIncluded ? 'of which tax' : 'Tax'}</dt>
          <dd className="hint">{money(totals.tax)}</dd>
        </>
      )}
    </dl>
  );
}
