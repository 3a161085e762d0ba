import { UnstyledButton } from '@mantine/core';
import { memo, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderView } from '../../../domain/pending.ts';
import { METHOD_ICON } from '../orders/method-icon.tsx';
import { OrderMarks } from '../orders/order-marks.tsx';
import type { OrderWords } from '../orders/use-words.ts';
import { StatusSelect } from './status-select.tsx';
import { tableRowWords } from './table-row-words.ts';
import classes from './orders-table.module.css';

type Props = {
  readonly view: OrderView;
  readonly words: OrderWords;
  readonly onOpen: (orderId: string) => void;
  readonly onDropdown: (open: boolean) => void;
};

/** One order in the table. A tap anywhere but on its dropdown opens it; for the keyboard its number is a button. */
export const TableRow = memo(PlainRow, isSameRow);

function PlainRow(props: Props) {
  const { view, onOpen, onDropdown } = props;
  const { order } = view;
  const { t } = useTranslation();
  const words = tableRowWords(view, props.words, t);
  const MethodIcon = METHOD_ICON[order.method];
  const opened = (event: MouseEvent<HTMLElement>) => {
    const onControl = event.target instanceof Element && event.target.closest('[data-no-open]') !== null;
    if (!onControl && event.currentTarget.contains(event.target as Node)) onOpen(order.id);
  };
  return (
    <tr
      className={classes.row}
      data-testid="bo-order-row"
      data-order-number={order.number}
      data-order-id={order.id}
      data-new={words.new}
      onClick={opened}
    >
      <th scope="row" className={classes.number}>
        <span className={classes.numberLine}>
          <UnstyledButton
            className={classes.open}
            aria-label={t('backoffice.open', { number: words.number })}
            data-open-order={order.id}
          >
            {words.number}
          </UnstyledButton>
          <OrderMarks view={view} />
        </span>
      </th>
      <td title={words.when}>{words.time}</td>
      <td className={classes.clip} title={words.customer}>
        <bdi>{words.customer}</bdi>
      </td>
      <td className={classes.clip} title={words.items}>
        <bdi>{words.items}</bdi>
      </td>
      <td className={classes.method}>
        <MethodIcon size={18} stroke={1.7} aria-hidden="true" />
        <span>{words.method}</span>
      </td>
      <td className={classes.money}>{words.total}</td>
      <td className={classes.payment} data-payment={order.payment.status}>
        {words.payment}
      </td>
      <td className={classes.status} data-no-open>
        <StatusSelect view={view} testId="row-status" onOpen={onDropdown} />
      </td>
    </tr>
  );
}

/** The replica hands out an unchanged order as the same object, in a new view each time. */
function isSameRow(before: Props, after: Props): boolean {
  return (
    before.view.order === after.view.order &&
    before.view.pending.length === after.view.pending.length &&
    before.words === after.words &&
    before.onOpen === after.onOpen &&
    before.onDropdown === after.onDropdown
  );
}
