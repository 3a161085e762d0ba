import { createStore, type StoreApi } from 'zustand';
import { FRESH_LIST, type ListState } from './screen-store.ts';

/** Order Management as a person left it; `selected` is the order whose page is open, null shows the table. */
export type BackOfficeState = {
  readonly list: ListState;
  readonly setList: (part: Partial<ListState>) => void;
};

export type BackOfficeStore = StoreApi<BackOfficeState>;

export function createBackOfficeStore(): BackOfficeStore {
  return createStore<BackOfficeState>()((set) => ({
    list: FRESH_LIST,
    setList: (part) => set((state) => ({ list: { ...state.list, ...part } })),
  }));
}
