import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MessageJob } from '../../messages/message-job.ts';
import { flowDeps, type Logged, putOrder } from '../../testing/flow-world.ts';
import { openTestHub, type TestHub } from '../../testing/open-hub.ts';
import { until } from '../../testing/until.ts';
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
  const order = await putOrder(world.databases, 'o-1');
  const stored = await world.databases.orders.get('o-1');
  const parcel = { id: 'p1', courier: 'Pos Laju', trackingId: 'TRK1', lines: [], shippedAt: order.placedAt };
  const parcels = [{ ...parcel, revision: 1, tell: true }];
  await world.databases.orders.put({ ...order, fulfilment: 'shipped', parcels }, stored?._rev);
  flows = [startQueueMessages(deps)];
  const job = await until('the job', () => world.databases.messages.get<MessageJob>('o-1:p1:1'));
  expect(job.kind).toBe('shipped');
  expect(logged).toContainEqual({
    fields: { flow: 'queue-messages', order: 'o-odd', code: 'TypeError' },
    text: 'an order could not be read',
  });
});
