import { Button, Skeleton } from '@mantine/core';
import { IconCloudOff, IconSearchOff, IconShoppingCart } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OrderPage } from '../../replica/replica.ts';
import { useConnection } from '../live/use-replica.ts';
import { listOutcome } from '../orders/list/list-outcome.ts';
import type { ListState } from '../state/screen-store.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { OrdersTable } from './orders-table.tsx';
import classes from './orders-table.module.css';

/** The table, or what stands in its place. */
export function OrdersOutcome(props: {
  page: OrderPage | undefined;
  list: ListState;
  onList: (part: Partial<ListState>) => void;
  onOpen: (orderId: string) => void;
  onMore: () => void;
}) {
  const { page, list, onList, onOpen, onMore } = props;
  const { t } = useTranslation();
  const outcome = listOutcome(page, list, useConnection());
  switch (outcome) {
    case 'rows':
      return <OrdersTable page={page ?? { rows: [], total: 0 }} onOpen={onOpen} onMore={onMore} />;
    case 'loading':
      return (
        <div className={classes.loading} aria-busy="true" aria-label={t('transactions.loading')}>
          {Array.from({ length: 10 }, (_, index) => (
            <Skeleton key={index} height={48} radius="md" />
          ))}
        </div>
      );
    case 'nothing-found':
      return (
        <EmptyState
          icon={<IconSearchOff size={32} />}
          title={t('transactions.nothing')}
          body={t('transactions.nothingBody')}
        >
          <Button variant="default" mt="sm" onClick={() => onList({ search: '', statuses: [] })}>
            {t('transactions.clear')}
          </Button>
        </EmptyState>
      );
    case 'empty':
      return (
        <EmptyState
          icon={<IconShoppingCart size={32} />}
          title={t('transactions.empty.online')}
          body={t('transactions.empty.onlineBody')}
        />
      );
    case 'behind':
      return (
        <EmptyState
          icon={<IconCloudOff size={32} />}
          title={t('transactions.empty.online')}
          body={t('transactions.behind')}
        />
      );
  }
}
