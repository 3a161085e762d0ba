import { messagesEarned } from '../../../domain/message.ts';
import type { MessageKind } from '../../../domain/message-state.ts';
import type { Order } from '../../../domain/order.ts';

/** How one message to the customer stands: `due` is earned and not yet tried. */
export type MessageRow = {
  readonly key: string;
  readonly kind: MessageKind;
  readonly state: 'due' | 'sent' | 'failed';
  readonly to: string;
  /** UTC ISO; empty while due. */
  readonly at: string;
  readonly reason: string;
};

/** Every message of an order, tried ones first by time, then those still due. */
export function messageRows(order: Order): readonly MessageRow[] {
  const tried = [...order.messages].sort((a, b) => a.at.localeCompare(b.at));
  const due = messagesEarned(order)
    .filter((message) => !order.messages.some((each) => each.key === message.key))
    .map(({ key, kind }) => ({ key, kind, state: 'due', to: order.contact.email, at: '', reason: '' }) as const);
  return [...tried, ...due];
}
