import { useMemo } from 'react';
import type { Currency, MinorUnits } from '../../../domain/money.ts';
import { useFacts } from '../live/facts.ts';
import { useNow } from '../live/use-now.ts';
import { moneyText } from './money-text.ts';
import { fullTime, shortTime } from './time-text.ts';

/** Money and times in the shop's own way of writing them. */
export type OrderWords = {
  readonly money: (amount: MinorUnits, currency: Currency) => string;
  readonly short: (iso: string) => string;
  readonly full: (iso: string) => string;
};

/** `OrderWords` by the shop's locale; "today" is looked at again every minute. */
export function useOrderWords(): OrderWords {
  const locale = useFacts().profile?.locale ?? 'en';
  const now = useNow(60_000);
  return useMemo(
    () => ({
      money: (amount, currency) => moneyText(amount, currency, locale),
      short: (iso) => shortTime(iso, now, locale),
      full: (iso) => fullTime(iso, now, locale),
    }),
    [locale, now],
  );
}
