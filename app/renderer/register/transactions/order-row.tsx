import { useTranslation } from 'react-i18next';
import { rings } from '../../../../domain/alarm.ts';
import type { OrderView } from '../../../../domain/pending.ts';
import { rowWords } from '../../orders/list/row-words.ts';
import { METHOD_ICON } from '../../orders/method-icon.tsx';
import { OrderMarks } from '../../orders/order-marks.tsx';
import { StatusBadge } from '../../orders/status-badge.tsx';
import type { OrderWords } from '../../orders/use-words.ts';
import classes from './order-row.module.css';

/** One order in the list; a tap or Enter opens it. */
export function OrderRow(props: {
  view: OrderView;
  words: OrderWords;
  selected: boolean;
  reachable: boolean;
  onOpen: () => void;
}) {
  const { view, selected, reachable } = props;
  const { t } = useTranslation();
  const words = rowWords(view, props.words, t);
  const MethodIcon = METHOD_ICON[view.order.method];
  return (
    <button
      type="button"
      role="option"
      aria-selected={selected}
      tabIndex={reachable ? 0 : -1}
      className={classes.row}
      data-rings={rings(view.order)}
      data-testid="order-row"
      data-order-number={view.order.number}
      data-order-id={view.order.id}
      onClick={props.onOpen}
    >
      <span className={classes.method} title={t(`orders.method.${view.order.method}`)}>
        <MethodIcon size={20} stroke={1.7} aria-label={t(`orders.method.${view.order.method}`)} />
      </span>
      <span className={classes.number}>{words.number}</span>
      <span className={classes.time}>{words.time}</span>
      <span className={classes.customer}>
        <bdi>{words.customer}</bdi>
      </span>
      <span className={classes.items}>
        <bdi>{words.items}</bdi>
      </span>
      <span className={classes.marks}>
        <OrderMarks view={view} />
      </span>
      <span className={classes.status}>
        <StatusBadge label={view.label} />
      </span>
      <span className={classes.total}>{words.total}</span>
    </button>
  );
}
