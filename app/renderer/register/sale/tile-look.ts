/** What stands on a product's tile where a picture would be: its initials, and a ground they can be read on. */
export type TileLook = { readonly initials: string; readonly ground: string; readonly ink: string };

const DARK = '#1f2723';
const LIGHT = '#ffffff';
const FALLBACK = '#d5ddd8';

/** Two letters at most, of the first two words. */
export function initialsOf(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return words
    .slice(0, 2)
    .map(([first = '']) => first)
    .join('')
    .toUpperCase();
}

/** The look of a tile. A colour that is not `#rrggbb` gives the plain ground: nothing else may come into a style. */
export function tileLook(product: { readonly name: string; readonly colour: string }): TileLook {
  const ground = /^#[0-9a-f]{6}$/i.test(product.colour) ? product.colour : FALLBACK;
  return { initials: initialsOf(product.name), ground, ink: contrast(ground, DARK) >= 4.5 ? DARK : LIGHT };
}

/** Contrast of two `#rrggbb` colours, 1 to 21. @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

function luminance(colour: string): number {
  const part = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}
