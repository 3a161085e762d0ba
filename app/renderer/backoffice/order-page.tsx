import { Skeleton } from '@mantine/core';
import { IconFileUnknown } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../live/use-replica.ts';
import { OrderDetail } from '../orders/detail/order-detail.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { StatusSelect } from './status-select.tsx';
import classes from './order-page.module.css';

/** An order's own page in BackOffice: all the Register shows of it, with Status as a dropdown. */
export function OrderPage(props: { orderId: string; onBack: () => void }) {
  const { orderId, onBack } = props;
  const { t } = useTranslation();
  const view = useOrder(orderId);
  const page = useRef<HTMLDivElement>(null);
  const there = Boolean(view);
  useEffect(() => {
    page.current?.querySelector<HTMLElement>('[data-testid="order-back"]')?.focus();
  }, [there]);
  if (view === undefined)
    return (
      <div className={classes.fetching} aria-busy="true">
        <Skeleton height={44} radius="md" />
        <Skeleton height={220} radius="md" />
      </div>
    );
  if (view === null) return <EmptyState icon={<IconFileUnknown size={32} />} title={t('orders.detail.notFound')} />;
  return (
    <div ref={page} className={classes.page}>
      <OrderDetail
        key={orderId}
        view={view}
        onBack={onBack}
        status={
          <div className={classes.status}>
            <span className={classes.label} aria-hidden="true">
              {t('backoffice.status')}
            </span>
            <div className={classes.select}>
              <StatusSelect view={view} testId="detail-status" />
            </div>
          </div>
        }
      />
    </div>
  );
}
