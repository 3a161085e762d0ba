import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { keepMainWindow, type Kept } from './main-window.ts';
import type { WindowPlace } from './window-bounds.ts';

function open({ canHide = true, minimized = false } = {}) {
  const events: string[] = [];
  const places: WindowPlace[] = [];
  const leaving = { now: false };
  const note = (what: string) => () => void events.push(what);
  const browserWindow = Object.assign(new EventEmitter(), {
    show: note('show'),
    focus: note('focus'),
    hide: note('hide'),
    minimize: note('minimize'),
    restore: note('restore'),
    isMinimized: () => minimized,
    isMaximized: () => true,
    getNormalBounds: () => ({ x: 1, y: 2, width: 800, height: 600 }),
    loadURL: async (url: string) => void events.push(url),
    webContents: { send: (channel: string, payload: unknown) => void events.push(`${channel} ${String(payload)}`) },
  });
  const window = keepMainWindow<Kept>(browserWindow, {
    stays: () => !leaving.now,
    canHide: () => canHide,
    savePlace: (place) => places.push(place),
  });
  const close = () => {
    let prevented = false;
    browserWindow.emit('close', { preventDefault: () => (prevented = true) });
    return prevented;
  };
  return { browserWindow, window, events, places, leaving, close };
}

it('hides when it is closed, and keeps where it was', () => {
  const { close, events, places } = open();
  expect(close()).toBe(true);
  expect(events).toEqual(['hide']);
  expect(places).toEqual([{ bounds: { x: 1, y: 2, width: 800, height: 600 }, maximized: true }]);
});

it('is minimised instead where no tray could bring it back', () => {
  const { close, events } = open({ canHide: false });
  expect(close()).toBe(true);
  expect(events).toEqual(['minimize']);
});

it('closes for good when the app is on its way out', () => {
  const { close, events, leaving, places } = open();
  leaving.now = true;
  expect(close()).toBe(false);
  expect(events).toEqual([]);
  expect(places).toHaveLength(1);
});

it('comes before the person from any state, first when its page is drawn', () => {
  const { browserWindow, events } = open({ minimized: true });
  browserWindow.emit('ready-to-show');
  browserWindow.emit('ready-to-show');
  expect(events).toEqual(['restore', 'show', 'focus']);
});

it('loads our page and sends it events', async () => {
  const { window, events } = open();
  await window.load();
  window.send('shell:open-order', 'o-1');
  expect(events).toEqual(['app://register/index.html', 'shell:open-order o-1']);
});
