import { createStore, type StoreApi } from 'zustand';
import { FRESH_LIST, type ListState } from './screen-store.ts';

/** How many rows the table asks for at once: fewer than a list, as each row of it carries a dropdown. */
export const TABLE_PAGE = 60;

/** Order Management as a person left it; `selected` is the order whose page is open, null shows the table. */
export type BackOfficeState = {
  readonly list: ListState;
  /** A new question starts at the first page again. */
  readonly setList: (part: Partial<ListState>) => void;
  readonly showMore: () => void;
};

const FIRST_PAGE: ListState = { ...FRESH_LIST, limit: TABLE_PAGE };

export type BackOfficeStore = StoreApi<BackOfficeState>;

export function createBackOfficeStore(): BackOfficeStore {
  return createStore<BackOfficeState>()((set) => ({
    list: FIRST_PAGE,
    setList: (part) =>
      set(({ list }) => {
        const asks = part.search !== undefined || part.statuses !== undefined;
        return { list: { ...list, ...part, limit: asks ? TABLE_PAGE : list.limit } };
      }),
    showMore: () => set(({ list }) => ({ list: { ...list, limit: list.limit + TABLE_PAGE } })),
  }));
}
