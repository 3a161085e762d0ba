import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { guardNavigation } from './navigation-guard.ts';

type OpenHandler = (details: { url: string }) => { action: 'deny' };

function page() {
  const opened: string[] = [];
  const handlers: OpenHandler[] = [];
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: OpenHandler) => handlers.push(handler),
  });
  guardNavigation(contents, (url) => opened.push(url));
  const prevented = (event: string, details: object = {}) => {
    let isPrevented = false;
    contents.emit(event, { ...details, preventDefault: () => (isPrevented = true) });
    return isPrevented;
  };
  return { opened, prevented, openWindow: (url: string) => handlers[0]?.({ url }) };
}

it('lets the page load itself anew and nothing else', () => {
  const { prevented } = page();
  const leaves = (url: string, isMainFrame = true) => prevented('will-frame-navigate', { url, isMainFrame });
  expect(leaves('app://register/index.html')).toBe(false);
  expect(leaves('app://register/index.html#orders')).toBe(false);
  expect(leaves('app://register/index.html', false)).toBe(true);
  for (const url of [
    'https://evil.test/',
    'app://register/other.html',
    'app://register/index.html?x',
    'file:///x',
    'data:,x',
  ]) {
    expect(leaves(url), url).toBe(true);
  }
});

it('follows no redirect and attaches no webview', () => {
  const { prevented } = page();
  expect(prevented('will-redirect')).toBe(true);
  expect(prevented('will-attach-webview')).toBe(true);
});

it('denies every new window and passes its address on', () => {
  const { openWindow, opened } = page();
  expect(openWindow('https://courier.test/')).toEqual({ action: 'deny' });
  expect(opened).toEqual(['https://courier.test/']);
});
