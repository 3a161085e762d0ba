import type { Product } from '../../../../domain/shop.ts';

/** The products of one category, in the order of their SKUs, as the store shows them. */
export type ProductGroup = { readonly category: string; readonly products: readonly Product[] };

/** The products as the store orders them: by SKU. */
function inOrder(products: readonly Product[]): readonly Product[] {
  return products.toSorted((one, other) => (one.sku < other.sku ? -1 : 1));
}

/** Every category there is, in the order of the products. */
export function categoriesOf(products: readonly Product[]): readonly string[] {
  return [...new Set(inOrder(products).map((product) => product.category))];
}

/** True when each of the words stands somewhere in name, SKU or category. */
function matches(product: Product, words: readonly string[]): boolean {
  const text = `${product.name}\n${product.sku}\n${product.category}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

const wordsOf = (search: string) => search.toLowerCase().split(/\s+/).filter(Boolean);

/** The products that fit the search and the category (`null`: all), by category. Categories without one are left out. */
export function productGroups(
  products: readonly Product[],
  search: string,
  category: string | null,
): readonly ProductGroup[] {
  const words = wordsOf(search);
  const fitting = inOrder(products).filter(
    (product) => (category === null || product.category === category) && matches(product, words),
  );
  return categoriesOf(fitting).map((each) => ({
    category: each,
    products: fitting.filter((product) => product.category === each),
  }));
}

/**
 * The one product that Enter in the search field means: the one with exactly this SKU (a scanner types it), or the
 * only one that fits. Null when that is not clear.
 */
export function meantProduct(products: readonly Product[], search: string): Product | null {
  const typed = search.trim().toLowerCase();
  if (!typed) return null;
  const exact = products.find((product) => product.sku.toLowerCase() === typed);
  if (exact) return exact;
  const words = wordsOf(search);
  const [first, ...others] = products.filter((product) => matches(product, words));
  return first && others.length === 0 ? first : null;
}
