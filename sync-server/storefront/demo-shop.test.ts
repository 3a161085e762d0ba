import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { trackingLink } from '../../domain/courier.ts';
import { isId } from '../../domain/ids.ts';
import { isCurrency, isMinorUnits } from '../../domain/money.ts';
import { demoShopFacts } from './demo-shop.ts';

const pictures = join(import.meta.dirname, 'page/public/pictures');
const facts = demoShopFacts('demo');
const products = facts.filter((fact) => fact.type === 'product');
const couriers = facts.filter((fact) => fact.type === 'courier');
const staff = facts.filter((fact) => fact.type === 'staff');

describe('the demo shop', () => {
  test('has one profile, an owner, three cashiers, couriers and a real choice of products', () => {
    const profiles = facts.filter((fact) => fact.type === 'profile');
    expect(profiles).toHaveLength(1);
    expect(profiles[0]).toMatchObject({ shop: 'demo', currency: 'MYR', locale: 'en-MY', taxRate: 600 });
    expect(isCurrency(profiles[0]?.currency)).toBe(true);
    expect(staff.filter((person) => person.role === 'owner')).toHaveLength(1);
    expect(staff.filter((person) => person.role === 'cashier')).toHaveLength(3);
    expect(products.length).toBeGreaterThanOrEqual(12);
    expect(new Set(products.map((product) => product.category)).size).toBeGreaterThanOrEqual(3);
  });

  test('gives every fact an id of its own that may stand in a URL', () => {
    expect(facts.map((fact) => fact.id).filter((id) => !isId(id))).toEqual([]);
    expect(new Set(facts.map((fact) => fact.id)).size).toBe(facts.length);
    for (const product of products) expect(product.id).toBe(`product:${product.sku}`);
  });

  test('asks whole prices above nothing, and offers at least two different values of each option', () => {
    for (const product of products) {
      expect(isMinorUnits(product.price) && product.price > 0).toBe(true);
      expect(product.colour).toMatch(/^#[0-9a-f]{6}$/);
      for (const option of product.options) expect(new Set(option.values).size).toBe(option.values.length);
      for (const option of product.options) expect(option.values.length).toBeGreaterThan(1);
    }
  });

  test('knows only https tracking pages, each with a place for the ID', () => {
    for (const courier of couriers) {
      if (courier.trackingUrl === '') continue;
      expect(courier.trackingUrl).toMatch(/^https:\/\/[a-z.-]+\/.*[{]id[}]$/);
      expect(new URL(trackingLink(couriers, courier.name, 'AB 1/2') ?? '').href).toContain('AB%201%2F2');
    }
    expect(couriers.filter((courier) => courier.trackingUrl !== '').length).toBeGreaterThan(4);
  });

  test('has a picture for every product, and no picture for none', async () => {
    const files = await readdir(pictures);
    expect(files.toSorted()).toEqual(products.map((product) => product.picture).toSorted());
  });

  test('draws pictures that run nothing and fetch nothing', async () => {
    for (const product of products) {
      const drawing = await readFile(join(pictures, product.picture), 'utf8');
      expect(drawing).toMatch(/^<svg xmlns="http:\/\/www[.]w3[.]org\/2000\/svg" viewBox="0 0 400 400"/);
      const elsewhere = drawing.replace('http://www.w3.org/2000/svg', '');
      expect(elsewhere).not.toMatch(/script|foreignObject|href|style=|<style|\bon[a-z]+=|https?:|url\((?!#)|data:|<!/i);
    }
  });
});
