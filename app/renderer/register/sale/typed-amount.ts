import { CURRENCY_DECIMALS, isMinorUnits, type Currency, type MinorUnits } from '../../../../domain/money.ts';

/**
 * An amount as a cashier types it (`20`, `20.5`, `20,50`) in minor units. Null for anything that could be read two ways,
 * has more decimals than the currency, or is no amount at all.
 */
export function typedAmount(text: string, currency: Currency): MinorUnits | null {
  const found = /^(\d{1,12})(?:[.,](\d+))?$/.exec(text.trim());
  if (!found) return null;
  const decimals = CURRENCY_DECIMALS[currency];
  const fraction = found[2] ?? '';
  if (fraction.length > decimals) return null;
  const amount = Number(`${found[1]}${fraction.padEnd(decimals, '0')}`);
  return isMinorUnits(amount) ? amount : null;
}
