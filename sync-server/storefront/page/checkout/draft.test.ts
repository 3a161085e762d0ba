import { expect, test } from 'vitest';
import { checkDraft, type Draft, EMPTY_DRAFT } from './draft.ts';

const order = { items: [{ sku: 'DT-203', options: [], quantity: 1 }], expectedTotal: 3250, key: 'a'.repeat(32) };
const good: Draft = {
  ...EMPTY_DRAFT,
  contact: { name: ' Mei Ling ', email: 'mei@example.com', phone: '+60 12-345 6789' },
  shipping: { address1: '7 Jalan Mawar', address2: '', city: 'Ipoh', postcode: '30000', region: 'Perak' },
};

test('a filled form becomes a request, trimmed', () => {
  const { request, faults } = checkDraft(good, order);
  expect(faults).toEqual({});
  expect(request?.contact.name).toBe('Mei Ling');
  expect(request?.shipping?.city).toBe('Ipoh');
});

test('an empty form names every field that must be filled, once and in plain words', () => {
  const { request, faults } = checkDraft(EMPTY_DRAFT, order);
  expect(request).toBeNull();
  expect(Object.keys(faults).toSorted()).toEqual([
    'contact.email',
    'contact.name',
    'contact.phone',
    'shipping.address1',
    'shipping.city',
    'shipping.postcode',
    'shipping.region',
  ]);
  expect(faults['contact.email']).toBe('Enter your e-mail address.');
  expect(faults['contact.phone']).toBe('Enter a phone number.');
});

test('self pickup asks for no address and sends none', () => {
  const { request } = checkDraft({ ...good, method: 'pickup', shipping: EMPTY_DRAFT.shipping }, order);
  expect(request?.shipping).toBeNull();
  expect(checkDraft({ ...good, method: 'pickup' }, order).request?.shipping).toBeNull();
});
