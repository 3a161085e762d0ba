import type { CatalogueProduct } from '../../wire/catalogue.ts';

/** A heading of the shop page, and what stands under it. */
export type Category = {
  readonly name: string;
  readonly anchor: string;
  readonly products: readonly CatalogueProduct[];
};

/** Products under their categories; both stay in the order they came. */
export function byCategory(products: readonly CatalogueProduct[]): Category[] {
  const names = [...new Set(products.map((product) => product.category))];
  return names.map((name, index) => ({
    name,
    anchor: `category-${index + 1}`,
    products: products.filter((product) => product.category === name),
  }));
}
