import { Button, Drawer, Group } from '@mantine/core';
import { IconCloudCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { WaitingChange } from '../../replica/replica.ts';
import { useApp } from '../live/app.ts';
import { useSendAgain } from '../live/use-send-again.ts';
import { useWaiting } from '../live/use-replica.ts';
import { useOrderWords } from '../orders/use-words.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Pill } from '../ui/pill.tsx';
import { waitingWords } from './waiting-words.ts';
import classes from './waiting-drawer.module.css';

/** Lists every change of this register that is not settled, and the refused ones until a person has read why. */
export function WaitingDrawer() {
  const { screen, bridge } = useApp();
  const { t } = useTranslation();
  const opened = useStore(screen, (state) => state.waitingOpen);
  const waiting = useWaiting();
  return (
    <Drawer opened={opened} onClose={() => screen.getState().showWaiting(false)} title={t('waiting.title')} size={460}>
      <div data-testid="waiting-panel">
        {waiting.length === 0 ? (
          <EmptyState icon={<IconCloudCheck size={32} />} title={t('waiting.none')} />
        ) : (
          <>
            <p className={classes.explain}>{t(bridge.journal ? 'waiting.explain' : 'waiting.explainBrowser')}</p>
            <ul className={classes.list}>
              {waiting.map((item) => (
                <WaitingItem key={item.change.id} item={item} />
              ))}
            </ul>
          </>
        )}
      </div>
    </Drawer>
  );
}

const TONE = { queued: 'wait', sent: 'way', refused: 'bad' } as const;

function WaitingItem(props: { item: WaitingChange }) {
  const { item } = props;
  const { replica } = useApp();
  const { t } = useTranslation();
  const sendAgain = useSendAgain();
  const words = waitingWords(item, useOrderWords(), t);
  return (
    <li className={classes.item} data-testid="waiting-item" data-state={item.state}>
      <div className={classes.head}>
        <strong>{words.number}</strong>
        <Pill tone={TONE[item.state]}>{words.state}</Pill>
      </div>
      <div className={classes.what}>{words.what}</div>
      <div className={classes.by}>{words.by}</div>
      {words.reason && <div className={classes.reason}>{words.reason}</div>}
      {item.state === 'refused' && (
        <Group mt="xs" gap="xs">
          <Button onClick={() => void sendAgain(item.change.id)} data-testid="change-again">
            {t('waiting.again')}
          </Button>
          <Button variant="default" onClick={() => void replica.discard(item.change.id)} data-testid="change-discard">
            {t('waiting.discard')}
          </Button>
        </Group>
      )}
    </li>
  );
}
