import { ActionIcon, Menu } from '@mantine/core';
import { IconBellOff, IconDots, IconSwitchHorizontal } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { rings } from '../../../domain/alarm.ts';
import type { OrderView } from '../../../domain/pending.ts';
import { useApp } from '../live/app.ts';
import { useAct } from '../live/use-act.ts';
import { numberText } from './number-text.ts';

/** The [...] menu of an order in the Register. */
export function OrderMenu(props: { view: OrderView }) {
  const { view } = props;
  const { order } = view;
  const { dialogs } = useApp();
  const { t } = useTranslation();
  const act = useAct();
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon
          variant="default"
          aria-label={t('orders.menu', { number: numberText(order.number) })}
          title={t('orders.menu', { number: numberText(order.number) })}
          data-testid="order-menu"
        >
          <IconDots size={22} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          mih={44}
          leftSection={<IconSwitchHorizontal size={20} />}
          onClick={() => dialogs.getState().open({ kind: 'choose', orderId: order.id, saveWord: 'save' })}
          data-testid="change-status"
        >
          {t('status.change')}
        </Menu.Item>
        {rings(order) && (
          <Menu.Item
            mih={44}
            leftSection={<IconBellOff size={20} />}
            onClick={() => void act({ kind: 'acknowledge', orderId: order.id })}
            data-testid="acknowledge-order"
          >
            {t('alarm.acknowledge')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
