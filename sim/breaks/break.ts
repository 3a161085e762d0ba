import type { HubFetch } from '../../app/replica/hub-line.ts';
import type { Timers } from '../../app/replica/timers.ts';
import type { ShopDatabases } from '../../sync-server/hub/hub.ts';
import type { Mailer } from '../../sync-server/messages/mailer.ts';
import type { OracleLetter } from '../violation.ts';

/** What a register's program is given of the world outside; a break may put something between. */
export type Outside = { readonly fetch: HubFetch; readonly timers: Timers; readonly newId: () => string };

/**
 * A known defect, put back at a seam: between a register and its line, or between the flows and their ports. The product
 * itself has no switch for it. A simulator that does not notice is itself defective.
 */
export type Break = {
  readonly name: string;
  /** What the defect was, in a sentence. */
  readonly what: string;
  /** Any of these promises may be the one that is found broken. */
  readonly oracles: readonly OracleLetter[];
  /** Made anew at each start of a register. */
  outside?(outside: Outside): Outside;
  /** Made anew at each start of a server. */
  ports?(databases: ShopDatabases): ShopDatabases;
  mailer?(mailer: Mailer): Mailer;
};
