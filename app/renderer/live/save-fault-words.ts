import { ShopbellError } from '../../../domain/errors.ts';
import type { Say } from '../i18n/open-words.ts';

const CODES = ['not-saved', 'malformed', 'receipt-used'] as const;

/** The sentence for an act that was not stored. */
export function saveFaultWords(fault: unknown, t: Say): string {
  const code = fault instanceof ShopbellError ? CODES.find((each) => each === fault.code) : undefined;
  return t(`saveFault.${code ?? 'other'}`);
}
