import { IconBuildingStore, IconShoppingBag, IconTruck, type Icon } from '@tabler/icons-react';
import type { Method } from '../../../domain/axes.ts';

/** How each method looks; the word stands beside it or is its name. */
export const METHOD_ICON: Record<Method, Icon> = {
  delivery: IconTruck,
  pickup: IconShoppingBag,
  counter: IconBuildingStore,
};
