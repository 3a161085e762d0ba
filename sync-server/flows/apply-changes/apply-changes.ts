import type { FeedChange } from '../../hub/hub.ts';
import { isoNow } from '../clock.ts';
import { openCursor } from '../cursor.ts';
import { type Flow, startFlow } from '../flow.ts';
import type { FlowDeps } from '../flow-deps.ts';
import { followOnce } from '../follow.ts';
import { readChange } from './read-change.ts';
import { settlePage } from './settle-page.ts';

/**
 * Follow the changes database and settle every change exactly once. Each write is bound to the revision that was decided
 * on, so that any number of servers may run this side by side and any of them may be killed between any two steps.
 */
export function startApplyChanges(deps: FlowDeps): Flow {
  const { databases, shop, clock } = deps;
  const cursor = openCursor(databases.hub, 'apply-changes');
  const handle = async (page: readonly FeedChange<unknown>[]): Promise<void> => {
    const now = isoNow(clock);
    const read = page.map((step) => readChange(step, shop, now)).filter((each) => each !== null);
    const verdicts = read.flatMap((each) => ('verdict' in each ? [each.verdict] : []));
    if (verdicts.length > 0) await databases.orders.putAll(verdicts);
    for (const { changeId, code, reason } of verdicts)
      deps.log.warn({ flow: 'apply-changes', change: changeId, code, reason }, 'a change was not well formed');
    const changes = read.flatMap((each) => ('change' in each ? [each.change] : []));
    await settlePage(databases.orders, changes, now);
  };
  return startFlow('apply-changes', (signal) => followOnce(databases.changes, cursor, handle, signal), deps);
}
