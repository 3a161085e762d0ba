import { createStore, type StoreApi } from 'zustand';
import { persist } from 'zustand/middleware';

/** What this device remembers of its people's choices. */
export type Settings = {
  readonly personId: string | null;
  readonly setPerson: (id: string) => void;
};

export type SettingsStore = StoreApi<Settings>;

/** Kept in the browser's localStorage; where that is refused, choices last until the page closes. */
export function createSettingsStore(): SettingsStore {
  return createStore<Settings>()(
    persist((set) => ({ personId: null, setPerson: (personId) => set({ personId }) }), { name: 'shopbell-settings' }),
  );
}
