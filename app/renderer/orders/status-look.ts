import {
  IconArrowBackUp,
  IconBox,
  IconCircleCheck,
  IconCoin,
  IconHourglass,
  IconMapPinCheck,
  IconPackage,
  IconShoppingBagCheck,
  IconTruckDelivery,
  IconX,
  type Icon,
} from '@tabler/icons-react';
import type { StatusLabel } from '../../../domain/label.ts';
import type { Tone } from '../ui/pill.tsx';

/** How each status looks: never by colour alone. */
export const STATUS_LOOK: Record<StatusLabel, { readonly tone: Tone; readonly icon: Icon }> = {
  'pending-payment': { tone: 'wait', icon: IconHourglass },
  paid: { tone: 'info', icon: IconCoin },
  preparing: { tone: 'work', icon: IconPackage },
  'partly-shipped': { tone: 'way', icon: IconBox },
  shipped: { tone: 'way', icon: IconTruckDelivery },
  delivered: { tone: 'good', icon: IconMapPinCheck },
  'ready-for-pickup': { tone: 'way', icon: IconShoppingBagCheck },
  'picked-up': { tone: 'good', icon: IconCircleCheck },
  cancelled: { tone: 'mute', icon: IconX },
  refunded: { tone: 'bad', icon: IconArrowBackUp },
};
