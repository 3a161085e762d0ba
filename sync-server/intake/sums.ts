import type { OrderLine, Totals } from '../../domain/line.ts';
import { decimalText, sum, times } from '../../domain/money.ts';
import { type FieldFault, Refusal } from '../http/refusal.ts';
import type { OrderBody } from './order-body.ts';

/** An order's lines and totals, every sum of which adds up. */
export type Sums = { readonly lines: readonly OrderLine[]; readonly totals: Totals };

/**
 * Compute every sum of an order and hold what the store sent against it.
 * @throws Refusal 400 `sums-wrong`, naming each sum that is wrong and what it should be.
 */
export function sumsOf(body: OrderBody): Sums {
  const faults: FieldFault[] = [];
  const money = (value: number) => `${value} (${decimalText(value, body.currency)} ${body.currency})`;
  const check = (path: string, given: number | undefined, right: number) => {
    if (given !== undefined && given !== right)
      faults.push({ path, message: `is ${money(given)} but adds up to ${money(right)}` });
    if (right < 0) faults.push({ path, message: 'comes to less than zero' });
    if (!Number.isSafeInteger(right)) faults.push({ path, message: 'is too large' });
    return right;
  };
  const lines = body.lines.map((line, index): OrderLine => {
    const right = times(line.unitPrice, line.quantity) - line.discount;
    return { ...line, id: `l${index + 1}`, total: check(`lines.${index}.total`, line.total, right) };
  });
  const { discount, shipping, tax, taxIncluded } = body.totals ?? {
    discount: 0,
    shipping: 0,
    tax: 0,
    taxIncluded: true,
  };
  const subtotal = check('totals.subtotal', body.totals?.subtotal, sum(lines.map((line) => line.total)));
  const total = check('totals.total', body.totals?.total, subtotal - discount + shipping + (taxIncluded ? 0 : tax));
  if (taxIncluded && tax > total)
    faults.push({ path: 'totals.tax', message: 'is more than the total that contains it' });
  if (faults.length)
    throw new Refusal(400, 'sums-wrong', `The sums do not add up: ${faults[0]?.path} ${faults[0]?.message}.`, {
      errors: faults,
    });
  return { lines, totals: { subtotal, discount, shipping, tax, taxIncluded, total } };
}
