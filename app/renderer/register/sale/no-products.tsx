import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../../live/use-replica.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import grid from './product-grid.module.css';
import classes from './no-products.module.css';

/** What stands where products would be: still coming, not reachable, or truly none. */
export function NoProducts(props: { icon: ReactNode }) {
  const { t } = useTranslation();
  const { state, caughtUp } = useConnection();
  if (caughtUp) return <EmptyState icon={props.icon} title={t('sale.none')} body={t('sale.noneBody')} />;
  if (state !== 'online' && state !== 'connecting')
    return <EmptyState icon={props.icon} title={t('sale.none')} body={t('sale.noneOffline')} />;
  return (
    <div className={classes.loading} aria-busy="true" aria-label={t('sale.loading')}>
      <Skeleton height={44} radius="md" />
      <div className={grid.tiles}>
        {Array.from({ length: 12 }, (_, index) => (
          <Skeleton key={index} height={156} radius="lg" />
        ))}
      </div>
    </div>
  );
}
