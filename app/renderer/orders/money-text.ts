import { CURRENCY_DECIMALS, decimalText, type Currency, type MinorUnits } from '../../../domain/money.ts';

/**
 * An amount as the shop's people write it ("RM 54.00"). Formatted from its exact decimals, never through a float.
 * @param locale BCP 47; one the browser does not know falls back to English.
 */
export function moneyText(amount: MinorUnits, currency: Currency, locale: string): string {
  const digits = CURRENCY_DECIMALS[currency];
  const options = {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  } as const;
  const exact = decimalText(amount, currency) as `${number}`;
  try {
    return new Intl.NumberFormat(locale, options).format(exact);
  } catch {
    return new Intl.NumberFormat('en', options).format(exact);
  }
}
