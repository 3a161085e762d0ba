import { startApplyChanges } from '../flows/apply-changes/apply-changes.ts';
import type { DeliverDeps } from '../flows/deliver-messages/deliver-job.ts';
import { startDeliverMessages } from '../flows/deliver-messages/deliver-messages.ts';
import type { Flow, FlowState } from '../flows/flow.ts';
import type { FlowDeps } from '../flows/flow-deps.ts';
import { startQueueMessages } from '../flows/queue-messages/queue-messages.ts';

/** The three flows, started together once there are databases. */
export type Flows = {
  start(deps: FlowDeps & DeliverDeps): void;
  states(): readonly FlowState[];
  close(): Promise<void>;
};

export function createFlows(): Flows {
  const flows: Flow[] = [];
  return {
    start: (deps) => {
      flows.push(startApplyChanges(deps), startQueueMessages(deps), startDeliverMessages(deps));
    },
    states: () => flows.map((flow) => flow.state()),
    close: async () => {
      await Promise.all(flows.map((flow) => flow.close()));
    },
  };
}
