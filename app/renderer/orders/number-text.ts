import { plainText } from '../ui/plain-text.ts';

/** An order's number as people say it: `#1004`; a receipt number (`R1-000012`) as it is. */
export function numberText(number: string): string {
  const plain = plainText(number, 40);
  return /^\d/.test(plain) ? `#${plain}` : plain;
}
