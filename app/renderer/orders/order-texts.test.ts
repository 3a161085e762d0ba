import { expect, test } from 'vitest';
import { anOrder } from '../../../domain/testing/fixtures.ts';
import { openWords } from '../i18n/open-words.ts';
import { addressLines } from './address-lines.ts';
import { itemsSummary, optionsText } from './item-words.ts';
import { matchingCouriers } from './matching-couriers.ts';
import { numberText } from './number-text.ts';

const { t } = openWords();
const order = anOrder();

test('an order number wears its sign, a receipt number stands as it is', () => {
  expect(numberText('1004')).toBe('#1004');
  expect(numberText('#1004')).toBe('#1004');
  expect(numberText('R1-000012')).toBe('R1-000012');
  expect(numberText('')).toBe('');
});

test('the items of an order are one line', () => {
  expect(itemsSummary(order.lines, t)).toBe('2 × Mug +1 more');
  expect(itemsSummary(order.lines.slice(1), t)).toBe('Tea');
  expect(itemsSummary([], t)).toBe('0 items');
});

test('options stand with their names', () => {
  const [line] = order.lines;
  if (!line) throw new Error('the fixture has a line');
  const options = [
    { name: 'Size', value: 'Large' },
    { name: 'Glaze', value: 'Blue' },
  ];
  expect(optionsText({ ...line, options })).toBe('Size: Large · Glaze: Blue');
  expect(optionsText(line)).toBe('');
});

test('an address has no empty lines and names its country', () => {
  if (!order.shipping) throw new Error('the fixture is delivered');
  expect(addressLines(order.shipping, 'en')).toEqual(['Mei Tan', '1 Jalan Contoh', '30000 Ipoh', 'Perak', 'Malaysia']);
  expect(addressLines({ ...order.shipping, country: 'Atlantis' }, '??').at(-1)).toBe('Atlantis');
  expect(addressLines({ ...order.shipping, country: 'MY' }, '??').at(-1)).toBe('MY');
});

test('couriers are narrowed by what is typed, and all are offered again once one is named', () => {
  const names = ['DHL Express', 'Pos Laju', 'J&T Express', 'Pos Laju'];
  expect(matchingCouriers(names, '')).toEqual(['DHL Express', 'Pos Laju', 'J&T Express']);
  expect(matchingCouriers(names, ' EXP ')).toEqual(['DHL Express', 'J&T Express']);
  expect(matchingCouriers(names, 'pos laju')).toHaveLength(3);
  expect(matchingCouriers(names, 'My Cousin')).toEqual([]);
});
