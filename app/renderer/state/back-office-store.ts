import { createStore, type StoreApi } from 'zustand';
import type { StatusLabel } from '../../../domain/label.ts';

/** How many rows Order Management asks for at once. */
export const TABLE_PAGE = 100;

/** Order Management as a person left it. */
export type BackOfficeState = {
  readonly search: string;
  readonly statuses: readonly StatusLabel[];
  readonly limit: number;
  /** The order whose page is open; null shows the table. */
  readonly opened: string | null;
  readonly setList: (part: { readonly search?: string; readonly statuses?: readonly StatusLabel[] }) => void;
  readonly showMore: () => void;
  readonly open: (orderId: string | null) => void;
};

export type BackOfficeStore = StoreApi<BackOfficeState>;

export function createBackOfficeStore(): BackOfficeStore {
  return createStore<BackOfficeState>()((set) => ({
    search: '',
    statuses: [],
    limit: TABLE_PAGE,
    opened: null,
    setList: (part) => set({ ...part, limit: TABLE_PAGE }),
    showMore: () => set((state) => ({ limit: state.limit + TABLE_PAGE })),
    open: (opened) => set({ opened }),
  }));
}
