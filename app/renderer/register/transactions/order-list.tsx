import { Button, Skeleton } from '@mantine/core';
import { IconCloudOff, IconSearchOff, IconShoppingCart, IconBuildingStore } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../../../../domain/axes.ts';
import type { OrderPage } from '../../../replica/replica.ts';
import { useConnection } from '../../live/use-replica.ts';
import { listOutcome } from '../../orders/list/list-outcome.ts';
import { useOrderWords } from '../../orders/use-words.ts';
import { type ListState, PAGE_SIZE } from '../../state/screen-store.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { OrderRow } from './order-row.tsx';
import { moveBetweenOptions } from '../../ui/move-between-options.ts';
import classes from './order-list.module.css';

type Props = {
  readonly channel: Channel;
  readonly page: OrderPage | undefined;
  readonly list: ListState;
  readonly onList: (part: Partial<ListState>) => void;
};

/** The list, or what stands in its place. */
export function OrderList(props: Props) {
  const { channel, page, list, onList } = props;
  const { t } = useTranslation();
  const outcome = listOutcome(page, list, useConnection());
  const kind = channel === 'online' ? 'online' : 'inStore';
  switch (outcome) {
    case 'rows':
      return <Rows {...props} page={page ?? { rows: [], total: 0 }} />;
    case 'loading':
      return (
        <div className={classes.loading} aria-busy="true" aria-label={t('transactions.loading')}>
          {Array.from({ length: 8 }, (_, index) => (
            <Skeleton key={index} height={58} radius="md" />
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
    case 'behind': {
      const EmptyIcon =
        outcome === 'behind' ? IconCloudOff : channel === 'online' ? IconShoppingCart : IconBuildingStore;
      return (
        <EmptyState
          icon={<EmptyIcon size={32} />}
          title={t(`transactions.empty.${kind}`)}
          body={outcome === 'behind' ? t('transactions.behind') : t(`transactions.empty.${kind}Body`)}
        />
      );
    }
  }
}

function Rows(props: Props & { page: OrderPage }) {
  const { page, list, onList } = props;
  const { t } = useTranslation();
  const words = useOrderWords();
  const { rows, total } = page;
  const reachable = rows.find((view) => view.order.id === list.selected) ?? rows[0];
  return (
    <div className={classes.scroll}>
      <div role="listbox" aria-label={t('transactions.list')} onKeyDown={moveBetweenOptions}>
        {rows.map((view) => (
          <OrderRow
            key={view.order.id}
            view={view}
            words={words}
            selected={view.order.id === list.selected}
            reachable={view === reachable}
            onOpen={() => onList({ selected: view.order.id })}
          />
        ))}
      </div>
      <div className={classes.foot}>
        <span>
          {rows.length < total
            ? t('transactions.shown', { shown: rows.length, total })
            : t('transactions.count', { count: total })}
        </span>
        {rows.length < total && (
          <Button variant="default" onClick={() => onList({ limit: list.limit + PAGE_SIZE })} data-testid="load-more">
            {t('common.loadMore')}
          </Button>
        )}
      </div>
    </div>
  );
}
