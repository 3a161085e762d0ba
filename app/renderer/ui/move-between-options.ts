import type { KeyboardEvent } from 'react';

const STEP: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
  PageDown: 8,
  PageUp: -8,
};

/** Where a key leads from option `here` of `count`; null when it is not one of the keys that move. */
export function nextOption(key: string, here: number, count: number): number | null {
  if (count === 0 || here < 0) return null;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = STEP[key];
  return step === undefined ? null : Math.min(count - 1, Math.max(0, here + step));
}

/** Arrow keys, Page keys, Home and End move between the options of a list; Enter is the option's own. */
export function moveBetweenOptions(event: KeyboardEvent<HTMLElement>): void {
  const options = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="option"]')];
  const target = nextOption(event.key, options.indexOf(document.activeElement as HTMLElement), options.length);
  if (target === null) return;
  event.preventDefault();
  options[target]?.focus();
}
