import { createStore, type StoreApi } from 'zustand';
import type { Channel } from '../../../domain/axes.ts';
import type { StatusLabel } from '../../../domain/label.ts';

export const SCREENS = ['transactions', 'new-sale', 'decisions', 'order-management', 'office-decisions'] as const;
export type ScreenId = (typeof SCREENS)[number];

/** How many rows a list asks for at once. */
export const PAGE_SIZE = 200;

/** One list of orders as a person left it. */
export type ListState = {
  readonly search: string;
  readonly statuses: readonly StatusLabel[];
  readonly limit: number;
  readonly selected: string | null;
};

/** A list nobody has asked anything of yet. */
export const FRESH_LIST: ListState = { search: '', statuses: [], limit: PAGE_SIZE, selected: null };

/** What is on screen: never a document, only where a person is and what they picked. */
export type ScreenState = {
  readonly screen: ScreenId;
  readonly tab: Channel;
  readonly lists: Readonly<Record<Channel, ListState>>;
  readonly waitingOpen: boolean;
  readonly go: (screen: ScreenId) => void;
  readonly setTab: (tab: Channel) => void;
  readonly setList: (tab: Channel, part: Partial<ListState>) => void;
  /** Go to an order in Transactions, whatever was filtered there; null only shows the list. */
  readonly openOrder: (orderId: string | null, channel: Channel) => void;
  readonly showWaiting: (open: boolean) => void;
};

export type ScreenStore = StoreApi<ScreenState>;

export function createScreenStore(): ScreenStore {
  return createStore<ScreenState>()((set) => ({
    screen: 'transactions',
    tab: 'online',
    lists: { online: FRESH_LIST, 'in-store': FRESH_LIST },
    waitingOpen: false,
    go: (screen) => set({ screen }),
    setTab: (tab) => set({ tab }),
    setList: (tab, part) => set((state) => ({ lists: { ...state.lists, [tab]: { ...state.lists[tab], ...part } } })),
    openOrder: (orderId, channel) =>
      set((state) => ({
        screen: 'transactions',
        tab: channel,
        waitingOpen: false,
        lists: { ...state.lists, [channel]: { ...FRESH_LIST, selected: orderId } },
      })),
    showWaiting: (waitingOpen) => set({ waitingOpen }),
  }));
}
