import type { LineOption } from '../../domain/line.ts';
import type { Product } from '../../domain/shop.ts';

export type Chosen =
  { readonly ok: true; readonly chosen: readonly LineOption[] } | { readonly ok: false; readonly message: string };

/** What was chosen, in the product's own order; a plain sentence when an option is missing, unknown or given twice. */
export function chosenOptions(product: Pick<Product, 'options'>, given: readonly LineOption[]): Chosen {
  const chosen: LineOption[] = [];
  for (const option of product.options) {
    const answers = given.filter((each) => each.name === option.name);
    const value = answers[0]?.value;
    if (value === undefined || answers.length > 1)
      return { ok: false, message: `Choose one ${option.name.toLowerCase()}.` };
    if (!option.values.includes(value))
      return {
        ok: false,
        message: `This ${option.name.toLowerCase()} is no longer offered. Remove it and choose again.`,
      };
    chosen.push({ name: option.name, value });
  }
  if (given.length > chosen.length)
    return { ok: false, message: 'An option was chosen that this product does not have.' };
  return { ok: true, chosen };
}
