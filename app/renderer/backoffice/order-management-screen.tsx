import { useDebouncedValue } from '@mantine/hooks';
import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useApp } from '../live/app.ts';
import { useOrders } from '../live/use-replica.ts';
import { ListTools } from '../orders/list/list-tools.tsx';
import { useScreenKeys } from '../ui/screen-keys.ts';
import { OrderPage } from './order-page.tsx';
import { OrdersOutcome } from './orders-outcome.tsx';
import classes from './order-management-screen.module.css';

/** BackOffice > Online Store > **Order Management**: the table stays in its place under an order's page. */
export function OrderManagementScreen() {
  const { backOffice } = useApp();
  const { t } = useTranslation();
  const list = useStore(backOffice, (state) => state.list);
  const { setList, showMore } = backOffice.getState();
  const [search] = useDebouncedValue(list.search, 120);
  const page = useOrders({ channel: 'online', statuses: list.statuses, search: search.trim(), limit: list.limit });
  const searchRef = useRef<HTMLInputElement>(null);
  const tableRef = useRef<HTMLDivElement>(null);
  const open = useCallback((orderId: string) => setList({ selected: orderId }), [setList]);
  const back = useCallback(() => setList({ selected: null }), [setList]);
  const opened = list.selected !== null;
  useScreenKeys(searchRef, opened ? back : null);
  useReturnToRow(tableRef, list.selected);
  return (
    <main className={classes.screen} aria-label={t('backoffice.title')}>
      <div ref={tableRef} className={classes.list} inert={opened}>
        <div className={classes.head}>
          <div>
            <div className={classes.place}>{t('backoffice.place')}</div>
            <h1 className={classes.title}>{t('backoffice.title')}</h1>
          </div>
          <div className={classes.tools}>
            <ListTools list={list} onList={setList} searchRef={searchRef} />
          </div>
        </div>
        <div className={classes.body}>
          <OrdersOutcome page={page} list={list} onList={setList} onOpen={open} onMore={showMore} />
        </div>
      </div>
      {list.selected !== null && (
        <div className={classes.page}>
          <OrderPage key={list.selected} orderId={list.selected} onBack={back} />
        </div>
      )}
    </main>
  );
}

/** Coming back from an order's page, the keyboard stands on its row again. */
function useReturnToRow(table: { readonly current: HTMLElement | null }, selected: string | null): void {
  const before = useRef(selected);
  useEffect(() => {
    if (selected === null && before.current !== null)
      table.current
        ?.querySelector<HTMLElement>(`[data-open-order="${before.current}"]`)
        ?.focus({ preventScroll: true });
    before.current = selected;
  }, [table, selected]);
}
