import { IconAlertTriangle, IconBuildingStore, IconListDetails, IconReceipt, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { OrderManagementScreen } from '../backoffice/order-management-screen.tsx';
import { DecisionsScreen } from '../orders/decisions/decisions-screen.tsx';
import { NewSaleScreen } from '../register/sale/new-sale-screen.tsx';
import { TransactionsScreen } from '../register/transactions/transactions-screen.tsx';
import type { ScreenId } from '../state/screen-store.ts';

export type Screen = {
  readonly id: ScreenId;
  readonly section: 'register' | 'backoffice';
  readonly name: 'transactions' | 'newSale' | 'decisions' | 'orderManagement';
  readonly icon: Icon;
  readonly show: () => ReactNode;
};

/** Every screen there is, in the order of the navigation. A new screen is one more row. */
export const SCREEN_LIST: readonly Screen[] = [
  {
    id: 'transactions',
    section: 'register',
    name: 'transactions',
    icon: IconReceipt,
    show: () => <TransactionsScreen />,
  },
  {
    id: 'new-sale',
    section: 'register',
    name: 'newSale',
    icon: IconBuildingStore,
    show: () => <NewSaleScreen />,
  },
  {
    id: 'decisions',
    section: 'register',
    name: 'decisions',
    icon: IconAlertTriangle,
    show: () => <DecisionsScreen />,
  },
  {
    id: 'order-management',
    section: 'backoffice',
    name: 'orderManagement',
    icon: IconListDetails,
    show: () => <OrderManagementScreen />,
  },
  {
    id: 'office-decisions',
    section: 'backoffice',
    name: 'decisions',
    icon: IconAlertTriangle,
    show: () => <DecisionsScreen />,
  },
];
