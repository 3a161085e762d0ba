import { Button } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderView } from '../../../domain/pending.ts';
import type { OrderPage } from '../../replica/replica.ts';
import { useOrderWords } from '../orders/use-words.ts';
import { standStill } from './held-rows.ts';
import { TableRow } from './table-row.tsx';
import classes from './orders-table.module.css';

const COLUMNS = ['number', 'time', 'customer', 'items', 'method', 'total', 'payment', 'status'] as const;

/** The orders, newest first. Rows stand still while a dropdown is open, so that nothing moves under a finger. */
export function OrdersTable(props: { page: OrderPage; onOpen: (orderId: string) => void; onMore: () => void }) {
  const { page, onOpen, onMore } = props;
  const { t } = useTranslation();
  const words = useOrderWords();
  const [held, setHeld] = useState<readonly OrderView[] | null>(null);
  const rows = standStill(held, page.rows);
  const shown = useRef(rows);
  useEffect(() => {
    shown.current = rows;
  });
  const onDropdown = useCallback((open: boolean) => setHeld(open ? shown.current : null), []);
  return (
    <div className={classes.scroll}>
      <table className={classes.table} aria-label={t('backoffice.table')} data-testid="orders-table">
        <colgroup>
          {COLUMNS.map((column) => (
            <col key={column} className={classes[`${column}Column`]} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={classes.heading} data-column={column}>
                {t(`backoffice.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((view) => (
            <TableRow key={view.order.id} view={view} words={words} onOpen={onOpen} onDropdown={onDropdown} />
          ))}
        </tbody>
      </table>
      <div className={classes.foot}>
        <span data-testid="orders-count">
          {page.rows.length < page.total
            ? t('transactions.shown', { shown: page.rows.length, total: page.total })
            : t('backoffice.count', { count: page.total })}
        </span>
        {page.rows.length < page.total && (
          <Button variant="default" onClick={onMore} data-testid="load-more">
            {t('common.loadMore')}
          </Button>
        )}
      </div>
    </div>
  );
}
