import type { ShopDatabases } from '../hub/hub.ts';
import type { Clock } from './clock.ts';
import type { FlowLog } from './flow.ts';

/** What every flow is given. */
export type FlowDeps = {
  readonly shop: string;
  readonly databases: ShopDatabases;
  readonly clock: Clock;
  readonly log: FlowLog;
};
