import { expect, it } from 'vitest';
import { trackingLink } from './courier.ts';

const couriers = [
  { name: 'Pos Laju', trackingUrl: 'https://track.example.com/?no={id}' },
  { name: 'Van', trackingUrl: '' },
  { name: 'Evil', trackingUrl: 'javascript:alert({id})' },
];

it.each([
  ['pos laju', 'EN 1', 'https://track.example.com/?no=EN%201'],
  ['Pos Laju', '../@evil', 'https://track.example.com/?no=..%2F%40evil'],
  ['Van', '1', null],
  ['Evil', '1', null],
  ['Unknown', '1', null],
])('links %s %s to %s', (name, id, link) => {
  expect(trackingLink(couriers, name, id)).toBe(link);
});
