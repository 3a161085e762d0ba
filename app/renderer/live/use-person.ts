import { useStore } from 'zustand';
import type { StaffMember } from '../../../domain/shop.ts';
import { useApp } from './app.ts';
import { useFacts } from './facts.ts';

/** The person at this register, or null when nobody said so yet or the shop no longer has that person. */
export function usePerson(): StaffMember | null {
  const { settings } = useApp();
  const id = useStore(settings, (state) => state.personId);
  return useFacts().staff.find((member) => member.id === id) ?? null;
}
