import type { Connection, OrderPage } from '../../../replica/replica.ts';
import type { ListState } from '../../state/screen-store.ts';

/** What stands in the place of the list. `behind`: nothing here, and the hub cannot be asked whether that is true. */
export type ListOutcome = 'loading' | 'rows' | 'nothing-found' | 'empty' | 'behind';

/** Decide what to show, so that an empty list is never claimed before the hub was heard. */
export function listOutcome(
  page: OrderPage | undefined,
  list: Pick<ListState, 'search' | 'statuses'>,
  connection: Pick<Connection, 'state' | 'caughtUp'>,
): ListOutcome {
  if (page && page.rows.length > 0) return 'rows';
  if (!page) return 'loading';
  if (list.search.trim() || list.statuses.length > 0) return 'nothing-found';
  if (connection.caughtUp) return 'empty';
  return connection.state === 'online' || connection.state === 'connecting' ? 'loading' : 'behind';
}
