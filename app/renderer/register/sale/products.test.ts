import { expect, test } from 'vitest';
import { meantProduct, productGroups } from './product-groups.ts';
import { aProduct } from './testing/products.ts';
import { initialsOf, tileLook } from './tile-look.ts';

const products = [
  aProduct({ sku: 'C-2', name: 'Kopi Kampung', category: 'Coffee' }),
  aProduct({ sku: 'A-1', name: 'Pandan Tea', category: 'Tea' }),
  aProduct({ sku: 'A-2', name: 'Pandan Tea Gift Box', category: 'Tea' }),
];
const shown = (search: string, category: string | null) =>
  productGroups(products, search, category).map((group) => [
    group.category,
    ...group.products.map((product) => product.sku),
  ]);

test('products stand under their categories in the order of their SKUs', () => {
  expect(shown('', null)).toEqual([
    ['Tea', 'A-1', 'A-2'],
    ['Coffee', 'C-2'],
  ]);
});

test('every word of a search must stand somewhere, in any order', () => {
  expect(shown('tea PANDAN', null)).toEqual([['Tea', 'A-1', 'A-2']]);
  expect(shown('pandan', 'Coffee')).toEqual([]);
  expect(shown('  ', 'Coffee')).toEqual([['Coffee', 'C-2']]);
});

test('Enter means the scanned product, or the only one that fits', () => {
  expect(meantProduct(products, 'a-1')?.sku).toBe('A-1');
  expect(meantProduct(products, 'gift')?.sku).toBe('A-2');
  expect(meantProduct(products, 'pandan')).toBeNull();
  expect(meantProduct(products, ' ')).toBeNull();
});

test.each([
  ['Kopi Kampung', 'KK'],
  ['roselle & ginger tea', 'RG'],
  ['茶 杯', '茶杯'],
  ['🫖', ''],
  ['', ''],
])('the initials of %j are %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test('ink can be read on its ground, and no odd colour comes into a style', () => {
  expect(tileLook({ name: 'A', colour: '#ffffff' }).ink).toBe('#1f2723');
  expect(tileLook({ name: 'A', colour: '#101010' }).ink).toBe('#ffffff');
  expect(tileLook({ name: 'A', colour: 'url(https://example.com/x)' }).ground).toMatch(/^#[0-9a-f]{6}$/);
});
