import type { KeyboardEvent } from 'react';

const STEP: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

/** Arrow keys, Page keys, Home and End move between the rows of a list; Enter is the row's own. */
export function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="option"]')];
  const here = rows.indexOf(document.activeElement as HTMLElement);
  const last = rows.length - 1;
  if (here < 0) return;
  const step = STEP[event.key];
  const target = event.key === 'Home' ? 0 : event.key === 'End' ? last : step === undefined ? null : here + step;
  if (target === null) return;
  event.preventDefault();
  rows[Math.min(last, Math.max(0, target))]?.focus();
}
