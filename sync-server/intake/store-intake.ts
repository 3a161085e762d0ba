import type { IntakeOrder, TakeOrder } from '../storefront/intake-order.ts';
import { Refusal } from '../http/refusal.ts';
import type { Intake } from './intake.ts';
import { orderBody } from './order-body.ts';

/**
 * The intake as our own storefront uses it, without a detour over HTTP: the same schema, the same sums, the same durable
 * write. Its keys are apart from those of stores outside.
 */
export function storeIntake(intake: Intake): TakeOrder {
  return async (order, key) => {
    const read = orderBody.safeParse(inputOf(order));
    if (read.success) return intake(read.data, key, 'storefront');
    const errors = read.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
    throw new Refusal(400, 'invalid', 'Some fields are missing or not valid; see errors.', { errors });
  };
}

function inputOf(order: IntakeOrder): unknown {
  return {
    ...order,
    lines: order.lines.map(({ id: _id, ...line }) => line),
    shipping: order.shipping ?? undefined,
  };
}
