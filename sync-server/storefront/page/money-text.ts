import { type Currency, CURRENCY_DECIMALS, type MinorUnits } from '../../../domain/money.ts';

/** How this shop writes an amount of minor units, for people. */
export type MoneyText = (amount: MinorUnits) => string;

/** Amounts as the shop's country writes them: `RM 28.90`. */
export function createMoneyText(locale: string, currency: Currency): MoneyText {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const unit = 10 ** CURRENCY_DECIMALS[currency];
  return (amount) => format.format(amount / unit);
}
