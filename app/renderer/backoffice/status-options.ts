import type { StatusLabel } from '../../../domain/label.ts';
import type { OrderView } from '../../../domain/pending.ts';
import { stepsFrom } from '../../../domain/steps.ts';

/** What the dropdown beside Status offers: the present status first, then exactly the allowed steps. */
export type StatusOptions = { readonly now: StatusLabel; readonly steps: readonly StatusLabel[] };

/** The options for an order as it is shown. */
export function statusOptions(view: OrderView): StatusOptions {
  return { now: view.label, steps: stepsFrom(view.order) };
}

/**
 * What a pick means. `stay`: the present status was picked. `moved-on`: the order changed while the dropdown was open,
 * and the pick is no step from where it is now. `go`: take the step.
 * @param offered the options that were on screen when the person picked.
 */
export function meaningOf(offered: StatusOptions, view: OrderView, to: StatusLabel): 'stay' | 'moved-on' | 'go' {
  if (to === offered.now) return 'stay';
  return stepsFrom(view.order).includes(to) ? 'go' : 'moved-on';
}
