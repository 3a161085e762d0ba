import { Skeleton } from '@mantine/core';
import { IconFileUnknown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../live/use-replica.ts';
import { OrderDetail } from '../../orders/detail/order-detail.tsx';
import { OrderMenu } from '../../orders/order-menu.tsx';
import { StatusBadge } from '../../orders/status-badge.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import classes from './transactions-screen.module.css';

/** The detail of the order picked in the list. `onBack` is given where it stands on its own page. */
export function TransactionDetail(props: { orderId: string; onBack?: () => void }) {
  const { t } = useTranslation();
  const view = useOrder(props.orderId);
  if (view === undefined)
    return (
      <div className={classes.fetching} aria-busy="true">
        <Skeleton height={44} radius="md" />
        <Skeleton height={220} radius="md" />
      </div>
    );
  if (view === null) return <EmptyState icon={<IconFileUnknown size={32} />} title={t('orders.detail.notFound')} />;
  return (
    <OrderDetail
      key={view.order.id}
      view={view}
      status={<StatusBadge label={view.label} testId="order-status" />}
      actions={<OrderMenu view={view} />}
      {...(props.onBack ? { onBack: props.onBack } : {})}
    />
  );
}
