import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MessageJob } from '../../messages/message-job.ts';
import { pushChanges, flowDeps, type Logged, putOrder, untilOrder } from '../../testing/flow-world.ts';
import { shipped } from '../../testing/changes.ts';
import { openTestHub, type TestHub } from '../../testing/open-hub.ts';
import { until } from '../../testing/until.ts';
import { startApplyChanges } from '../apply-changes/apply-changes.ts';
import type { Flow } from '../flow.ts';
import { startQueueMessages } from './queue-messages.ts';

let world: TestHub;
let flows: Flow[] = [];
beforeEach(async () => {
  world = await openTestHub();
});
afterEach(async () => {
  await Promise.all(flows.map((flow) => flow.close()));
  flows = [];
  await world.close();
});

test('an order that cannot be read is noted and does not keep the messages of the others', async () => {
  const logged: Logged[] = [];
  const deps = flowDeps(world.databases, logged);
  await world.databases.orders.put({ type: 'order', id: 'o-odd', shop: 'demo' });
  flows = [startApplyChanges(deps), startQueueMessages(deps)];
  await putOrder(world.databases, 'o-1');
  await pushChanges(world.databases, [shipped('o-1')]);
  await untilOrder(world.databases.orders, 'o-1', 'the parcel', (order) => order.parcels.length === 1);
  const job = await until('the job', () => world.databases.messages.get<MessageJob>('o-1:p1:1'));
  expect(job.kind).toBe('shipped');
  expect(logged).toContainEqual({
    fields: { flow: 'queue-messages', order: 'o-odd', code: 'TypeError' },
    text: 'an order could not be read',
  });
});
