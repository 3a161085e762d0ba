import type { Change } from '../../../domain/change.ts';
import { parseChange } from '../../../domain/parse-change.ts';
import { refused } from '../../../domain/verdict.ts';
import type { VerdictDocument } from '../../../domain/verdict.ts';
import type { FeedChange } from '../../hub/hub.ts';
import { verdictDocument } from './verdict-document.ts';

/** A step of the changes feed: a change to settle, or the verdict on something that is none. Null: nothing to do. */
export type ReadChange = { readonly change: Change } | { readonly verdict: VerdictDocument } | null;

/** Read one step of the changes feed; never throws. `now` is UTC ISO. */
export function readChange(step: FeedChange<unknown>, shop: string, now: string): ReadChange {
  if (step.deleted || !step.doc) return null;
  const { _id, _rev, ...plain } = step.doc as Record<string, unknown>;
  const malformed = (fault: string): ReadChange => ({
    verdict: verdictDocument(step.id, plain, refused('malformed'), now, fault),
  });
  const parsed = parseChange(plain);
  if (!parsed.ok) return malformed(parsed.fault);
  if (parsed.change.id !== step.id) return malformed('the change carries another id than its document');
  if (parsed.change.shop !== shop) return malformed('the change belongs to another shop');
  return { change: parsed.change };
}
