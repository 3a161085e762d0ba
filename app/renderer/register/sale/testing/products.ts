import type { Product } from '../../../../../domain/shop.ts';

/** An invented product; override what the test is about. */
export function aProduct(over: Partial<Product> = {}): Product {
  const sku = over.sku ?? 'MUG';
  return {
    type: 'product',
    id: `product:${sku}`,
    sku,
    name: 'Mug',
    description: '',
    category: 'Cups',
    price: 2500,
    options: [],
    picture: '',
    colour: '#d7e4c0',
    ...over,
  };
}
