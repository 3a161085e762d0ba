import { join } from 'node:path';
import { z } from 'zod';
import { jsonFile, type JsonFile } from './json-file.ts';
import type { Log } from './log.ts';

/** Position and size in device-independent pixels. */
export type Bounds = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** How the window stood when it was last closed. */
export type WindowPlace = { readonly bounds: Bounds; readonly maximized: boolean };

const DEFAULT_SIZE = { width: 1180, height: 780 };
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

/** Where to open: as it was, if that is still on one of the screens (`workAreas`); otherwise centred at the usual size. */
export function openingBounds(saved: WindowPlace | null, workAreas: readonly Bounds[]): Partial<Bounds> {
  if (saved === null) return DEFAULT_SIZE;
  const { x, y, width, height } = saved.bounds;
  const screen = workAreas.find(
    (area) =>
      x + width >= area.x + GRIP && x <= area.x + area.width - GRIP && y >= area.y && y <= area.y + area.height - GRIP,
  );
  if (!screen) return DEFAULT_SIZE;
  return { x, y, width: Math.min(width, screen.width), height: Math.min(height, screen.height) };
}
