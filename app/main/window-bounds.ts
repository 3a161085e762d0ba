import { join } from 'node:path';
import { z } from 'zod';
import { jsonFile, type JsonFile } from './json-file.ts';
import type { Log } from './log.ts';

/** Position and size in device-independent pixels. */
export type Bounds = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** How the window stood when it was last closed. */
export type WindowPlace = { readonly bounds: Bounds; readonly maximized: boolean };

/** Wide enough for the list of orders and one order beside it. */
const DEFAULT_SIZE = { width: 1280, height: 800 };
export const MINIMUM_SIZE = { width: 640, height: 480 };

/** So much of a window must lie on a screen that a person can take hold of it. */
const GRIP = 80;

const number = z.int();
const place = z.object({
  bounds: z.object({ x: number, y: number, width: number.min(100), height: number.min(100) }),
  maximized: z.boolean(),
});

export function windowPlaceFile(folder: string, log: Log): JsonFile<WindowPlace> {
  return jsonFile(join(folder, 'window.json'), place, log);
}

/** Where to open: as it was, if that is still on one of the screens (`workAreas`, the main one first); otherwise centred at the usual size. */
export function openingBounds(saved: WindowPlace | null, workAreas: readonly Bounds[]): Partial<Bounds> {
  const usual = fit(DEFAULT_SIZE, workAreas[0]);
  if (saved === null) return usual;
  const { x, y, width, height } = saved.bounds;
  const screen = workAreas.find(
    (area) =>
      x + width >= area.x + GRIP && x <= area.x + area.width - GRIP && y >= area.y && y <= area.y + area.height - GRIP,
  );
  return screen ? { x, y, ...fit({ width, height }, screen) } : usual;
}

type Size = Pick<Bounds, 'width' | 'height'>;

function fit({ width, height }: Size, screen: Size | undefined): Size {
  return screen ? { width: Math.min(width, screen.width), height: Math.min(height, screen.height) } : { width, height };
}
