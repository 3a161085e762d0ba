import { webcrypto } from 'node:crypto';
import { expect, test } from 'vitest';
import { newUuid } from './new-uuid.ts';

test('a new UUID has the shape of version 4 and is another one each time', () => {
  const many = Array.from({ length: 500 }, () => newUuid(webcrypto));
  for (const uuid of many)
    expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(many).size).toBe(500);
});
