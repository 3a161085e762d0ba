import { CURRENCY_DECIMALS, type Currency, type MinorUnits } from '../../../../domain/money.ts';

/** Steps to which people round what they hand over: whole notes, in units of the currency. */
const NOTES = [1, 5, 10, 20, 50, 100];
/** Currencies whose everyday notes begin in the thousands. */
const THOUSANDS: readonly Currency[] = ['IDR', 'JPY', 'KRW', 'VND'];

/**
 * Amounts a customer is likely to hand over for `total`: the exact one first, then the next round ones upwards; five
 * at most, none twice.
 */
export function quickAmounts(total: MinorUnits, currency: Currency): readonly MinorUnits[] {
  const unit = 10 ** CURRENCY_DECIMALS[currency] * (THOUSANDS.includes(currency) ? 1_000 : 1);
  const round = NOTES.map((note) => Math.ceil(total / (note * unit)) * note * unit);
  return [...new Set([total, ...round])].sort((a, b) => a - b).slice(0, 5);
}
