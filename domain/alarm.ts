import type { Alarm, Order } from './order.ts';
import { labelOf } from './label.ts';

/** The alarm of an order as it comes in: a paid online order rings at once; an unpaid one is quiet. */
export function alarmAtIntake(order: Pick<Order, 'channel' | 'payment' | 'fulfilment'>, now: string): Alarm {
  return order.channel === 'online' && labelOf(order) === 'paid'
    ? { state: 'ringing', since: now }
    : { state: 'quiet' };
}

/** True while this order rings: nobody at any register has acknowledged it yet. */
export function rings(order: Pick<Order, 'alarm'>): boolean {
  return order.alarm.state === 'ringing';
}
