import { describe, expect, test } from 'vitest';
import { isEmailAddress } from './email-address.ts';

describe('an e-mail address', () => {
  test.each(['ann@example.com', 'a.b+c@mail.example.co.uk', "o'neil@example.test", 'x@xn--bcher-kva.example'])(
    '%s is taken',
    (text) => {
      expect(isEmailAddress(text)).toBe(true);
    },
  );

  test.each([
    '',
    'ann',
    'ann@',
    '@example.com',
    'ann@localhost',
    'ann@@example.com',
    'ann@example.com\r\nBcc: all@example.com',
    'ann@example.com\n',
    '"ann@evil.test b"@example.com',
    'ann(comment)@example.com',
    'ann@example.com, bob@example.com',
    '<ann@example.com>',
    'ann @example.com',
    'ann@-example.com',
    'ann@example..com',
    '.ann@example.com',
    `${'a'.repeat(65)}@example.com`,
    `ann@${'a.'.repeat(130)}com`,
    'ann\u0000@example.com',
  ])('%j is refused', (text) => {
    expect(isEmailAddress(text)).toBe(false);
  });

  test('a hostile one of 100,000 signs is refused at once', () => {
    const started = performance.now();
    expect(isEmailAddress(`${'(a)'.repeat(33_000)}@example.com`)).toBe(false);
    expect(isEmailAddress(`a@${'a-'.repeat(50_000)}`)).toBe(false);
    expect(performance.now() - started).toBeLessThan(50);
  });
});
