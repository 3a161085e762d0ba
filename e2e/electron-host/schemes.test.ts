import { expect, it } from 'vitest';
import { createSchemes } from './schemes.ts';

function withApp() {
  const schemes = createSchemes();
  schemes.privileges.set('app', {});
  return schemes;
}

it('puts an address of the app into Chromium and back', () => {
  const schemes = withApp();
  expect(schemes.inner('app://register/a/b?c#d')).toBe('http://register.app.localhost/a/b?c#d');
  expect(schemes.outer('http://register.app.localhost/a/b?c#d')).toBe('app://register/a/b?c#d');
  expect(schemes.outer('http://register.app.localhost')).toBe('app://register');
});

it('leaves every other address alone', () => {
  const schemes = withApp();
  for (const url of [
    'https://example.com/x',
    'http://127.0.0.1:8484/db',
    'http://x.other.localhost/',
    '',
    'about:blank',
  ]) {
    expect(schemes.inner(url)).toBe(url);
    expect(schemes.outer(url)).toBe(url);
  }
});

it("puts the app's sources in a policy as Chromium sees them", () => {
  expect(withApp().innerPolicy("default-src 'self'; connect-src app://register http://127.0.0.1:1")).toBe(
    "default-src 'self'; connect-src http://register.app.localhost http://127.0.0.1:1",
  );
});
