import { randomFillSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { keepTexts } from '../kept-text.ts';
import { attemptKey, endAttempt } from './attempt-key.ts';

const random = (bytes: Uint8Array) => void randomFillSync(bytes);

function browser() {
  const map = new Map<string, string>();
  const storage = {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, text: string) => void map.set(key, text),
    removeItem: (key: string) => void map.delete(key),
  };
  return { map, page: () => keepTexts(() => storage) };
}

test('an attempt keeps its key over clicks and reloads, until the order is through', () => {
  const { page } = browser();
  const first = attemptKey(page(), random);
  expect(first).toMatch(/^[a-f0-9]{32}$/);
  expect(attemptKey(page(), random)).toBe(first);
  endAttempt(page());
  expect(attemptKey(page(), random)).not.toBe(first);
});

test('an attempt keeps its key where the browser forbids storage', () => {
  const kept = keepTexts(() => {
    throw new Error('SecurityError');
  });
  expect(attemptKey(kept, random)).toBe(attemptKey(kept, random));
});

test('a damaged key is replaced', () => {
  const { map, page } = browser();
  attemptKey(page(), random);
  for (const key of map.keys()) map.set(key, '"><script>');
  expect(attemptKey(page(), random)).toMatch(/^[a-f0-9]{32}$/);
});
