import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openingBounds } from './window-bounds.ts';

const screen = { x: 0, y: 0, width: 1920, height: 1040 };
const at = (x: number, y: number, width = 900, height = 700) => ({ bounds: { x, y, width, height }, maximized: false });

it('opens at the usual size the first time', () => {
  expect(openingBounds(null, [screen])).toEqual({ width: 1280, height: 800 });
});

it('opens where it was, on any screen that is still there', () => {
  expect(openingBounds(at(40, 30), [screen])).toEqual({ x: 40, y: 30, width: 900, height: 700 });
  const left = { ...screen, x: -1920 };
  expect(openingBounds(at(-1000, 10), [screen, left])).toEqual({ x: -1000, y: 10, width: 900, height: 700 });
  expect(openingBounds(at(-1000, 10), [screen])).toEqual({ width: 1280, height: 800 });
});

it('never opens larger than its screen', () => {
  expect(openingBounds(null, [{ x: 0, y: 0, width: 1024, height: 728 }])).toEqual({ width: 1024, height: 728 });
  expect(openingBounds(at(0, 0, 5000, 4000), [screen])).toEqual({ x: 0, y: 0, width: 1920, height: 1040 });
});

it('always leaves enough of the title bar to take hold of', () => {
  const place = fc.record({
    x: fc.integer(),
    y: fc.integer(),
    width: fc.integer({ min: 100 }),
    height: fc.integer({ min: 100 }),
  });
  fc.assert(
    fc.property(place, (bounds) => {
      const opened = openingBounds({ bounds, maximized: false }, [screen]);
      if (opened.x === undefined || opened.y === undefined) return;
      expect(opened.x).toBeLessThanOrEqual(1840);
      expect(opened.y).toBeGreaterThanOrEqual(0);
      expect(opened.y).toBeLessThanOrEqual(960);
    }),
  );
});
