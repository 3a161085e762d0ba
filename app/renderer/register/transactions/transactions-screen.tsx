import { useDebouncedValue, useMediaQuery } from '@mantine/hooks';
import { IconReceipt } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useApp } from '../../live/app.ts';
import { useOrders } from '../../live/use-replica.ts';
import { ListTools } from '../../orders/list/list-tools.tsx';
import type { ListState } from '../../state/screen-store.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useScreenKeys } from '../../ui/screen-keys.ts';
import { ChannelTabs } from './channel-tabs.tsx';
import { OrderList } from './order-list.tsx';
import { TransactionDetail } from './transaction-detail.tsx';
import classes from './transactions-screen.module.css';

/** From this width on, list and detail stand side by side. */
const WIDE = '(width >= 1200px)';

/** Register > **Transactions**. */
export function TransactionsScreen() {
  const { screen } = useApp();
  const { t } = useTranslation();
  const tab = useStore(screen, (state) => state.tab);
  const list = useStore(screen, (state) => state.lists[state.tab]);
  const [search] = useDebouncedValue(list.search, 120);
  const page = useOrders({ channel: tab, statuses: list.statuses, search: search.trim(), limit: list.limit });
  const wide = useMediaQuery(WIDE, true, { getInitialValueInEffect: false });
  const searchRef = useRef<HTMLInputElement>(null);
  const listRef = useRef<HTMLDivElement>(null);

  const onList = (part: Partial<ListState>) => screen.getState().setList(tab, part);
  const back = () => onList({ selected: null });
  const alone = !wide && list.selected !== null;
  useScreenKeys(searchRef, alone ? back : null);
  useReturnToRow(listRef, list.selected);

  return (
    <main className={classes.screen} aria-label={t('transactions.title')}>
      {!alone && (
        <div ref={listRef} className={classes.list} data-wide={wide}>
          <ChannelTabs tab={tab} onTab={screen.getState().setTab} />
          <ListTools list={list} onList={onList} searchRef={searchRef} />
          <div className={classes.rows}>
            <OrderList key={tab} channel={tab} page={page} list={list} onList={onList} />
          </div>
        </div>
      )}
      {(wide || alone) && (
        <div className={classes.detail}>
          {list.selected === null ? (
            <EmptyState icon={<IconReceipt size={32} />} title={t('transactions.pick')} />
          ) : (
            <TransactionDetail orderId={list.selected} {...(wide ? {} : { onBack: back })} />
          )}
        </div>
      )}
    </main>
  );
}

/** Coming back from an order's own page, the keyboard stands on its row again. */
function useReturnToRow(listRef: { readonly current: HTMLElement | null }, selected: string | null): void {
  const before = useRef(selected);
  useEffect(() => {
    if (selected === null && before.current !== null)
      listRef.current?.querySelector<HTMLElement>(`[data-order-id="${before.current}"]`)?.focus();
    before.current = selected;
  }, [listRef, selected]);
}
