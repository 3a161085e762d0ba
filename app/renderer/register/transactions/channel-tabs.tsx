import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../../../../domain/axes.ts';
import { useNewOrders } from '../../live/use-replica.ts';
import classes from './channel-tabs.module.css';

/** **In Store** and **Online**; Online carries the count of new orders. */
export function ChannelTabs(props: { tab: Channel; onTab: (tab: Channel) => void }) {
  const { t } = useTranslation();
  const count = useNewOrders();
  return (
    <Tabs
      variant="unstyled"
      classNames={classes}
      value={props.tab}
      onChange={(value) => props.onTab(value === 'in-store' ? 'in-store' : 'online')}
    >
      <Tabs.List>
        <Tabs.Tab value="online" data-testid="tab-online">
          {t('transactions.online')}
          {count > 0 && (
            <span className={classes['count']} title={t('frame.newOrders', { count })}>
              {count > 99 ? '99+' : count}
            </span>
          )}
        </Tabs.Tab>
        <Tabs.Tab value="in-store" data-testid="tab-in-store">
          {t('transactions.inStore')}
        </Tabs.Tab>
      </Tabs.List>
    </Tabs>
  );
}
