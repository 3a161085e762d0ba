import type { Order } from '../../../../domain/order.ts';
import { DecisionCard } from '../decisions/decision-card.tsx';

/** The contradictions of an order, at the head of its detail, each to be decided there and then. */
export function DecisionNotice(props: { order: Order }) {
  return props.order.decisions.map((open) => <DecisionCard key={open.change.id} order={props.order} open={open} />);
}
