/** Money is an integer count of minor units (cents, sen); the currency stands beside it, never in it. */
export type MinorUnits = number;

/** ISO 4217 codes the shop may trade in, with the number of decimals each has. */
export const CURRENCY_DECIMALS = {
  AUD: 2, BND: 2, CNY: 2, EUR: 2, GBP: 2, HKD: 2, IDR: 2, INR: 2, JPY: 0, KRW: 0, MYR: 2, NZD: 2, PHP: 2, SGD: 2,
  THB: 2, TWD: 2, USD: 2, VND: 0,
} as const; // prettier-ignore

/** A currency Shopbell knows how to count. */
export type Currency = keyof typeof CURRENCY_DECIMALS;

/** True when `value` names a currency Shopbell knows; anything else must be refused at the door. */
export function isCurrency(value: unknown): value is Currency {
  return typeof value === 'string' && Object.hasOwn(CURRENCY_DECIMALS, value);
}

/** True for an amount that can be added without losing a cent: a safe integer of minor units. */
export function isMinorUnits(value: unknown): value is MinorUnits {
  return Number.isSafeInteger(value);
}

/** Minor units of `price` x `quantity`; both integers. */
export function times(price: MinorUnits, quantity: number): MinorUnits {
  return price * quantity;
}

/** The sum of amounts, in minor units; 0 for none. */
export function sum(amounts: readonly MinorUnits[]): MinorUnits {
  return amounts.reduce((total, amount) => total + amount, 0);
}

/**
 * The tax contained in a tax-inclusive amount, in minor units, rounded half up.
 * @param rate basis points: 600 is 6 %.
 */
export function taxWithin(amount: MinorUnits, rate: number): MinorUnits {
  return Math.floor((amount * rate * 2 + (10_000 + rate)) / (2 * (10_000 + rate)));
}

/** The amount as a decimal string without currency sign (`1234` MYR is `12.34`): for mails and files, not for sums. */
export function decimalText(amount: MinorUnits, currency: Currency): string {
  const decimals = CURRENCY_DECIMALS[currency];
  const digits = String(Math.abs(amount)).padStart(decimals + 1, '0');
  const sign = amount < 0 ? '-' : '';
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
