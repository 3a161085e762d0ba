import { defaultVariantColorsResolver, type VariantColorsResolver } from '@mantine/core';

/**
 * Colours of Mantine's variants. Its own contrast is worked out once, for the light scheme, and would put white words on
 * the light petrol of the dark scheme; filled parts in the shop's colour take ours, which know both.
 */
export const variantColours: VariantColorsResolver = (input) => {
  const own = defaultVariantColorsResolver(input);
  const isBrand = input.color === undefined || input.color === 'petrol';
  return input.variant === 'filled' && isBrand ? { ...own, color: 'var(--sb-brand-ink)' } : own;
};
