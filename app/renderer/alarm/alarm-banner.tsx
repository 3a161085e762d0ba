import { Button } from '@mantine/core';
import { IconBellRingingFilled, IconVolumeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { OrderView } from '../../../domain/pending.ts';
import { useApp } from '../live/app.ts';
import { useHeld } from '../live/use-held.ts';
import { useAct } from '../live/use-act.ts';
import { usePerson } from '../live/use-person.ts';
import { useRinging } from '../live/use-replica.ts';
import { numberText } from '../orders/number-text.ts';
import { useOrderWords } from '../orders/use-words.ts';
import classes from './alarm-banner.module.css';

/** Stands on every screen while an order rings; only acknowledging ends it. */
export function AlarmBanner() {
  const { player } = useApp();
  const { t } = useTranslation();
  const ringing = useRinging();
  const playing = useStore(player.playing);
  const soundOff = useHeld(playing.sound === 'blocked', 1_000);
  return (
    <div
      className={classes.root}
      data-testid="alarm-root"
      data-ringing={playing.ringing}
      data-rings={playing.rings}
      data-sound={playing.sound}
    >
      <div role="alert" aria-label={t('alarm.label')}>
        {ringing.length > 0 && <Banner ringing={ringing} />}
      </div>
      {soundOff && (
        <button type="button" className={classes.soundOff} onClick={() => player.unlock()}>
          <IconVolumeOff size={18} aria-hidden="true" />
          {t('alarm.soundOff')}
        </button>
      )}
    </div>
  );
}

function Banner(props: { ringing: readonly OrderView[] }) {
  const { screen } = useApp();
  const { t } = useTranslation();
  const act = useAct();
  const person = usePerson();
  const words = useOrderWords();
  const { ringing } = props;
  const latest = ringing.at(-1)?.order;
  if (!latest) return null;
  const facts = { number: numberText(latest.number), total: words.money(latest.totals.total, latest.currency) };
  const single = ringing.length === 1;
  const acknowledge = async () => {
    for (const { order } of ringing) if (!(await act({ kind: 'acknowledge', orderId: order.id }))) return;
  };
  return (
    <div className={classes.banner} data-testid="alarm-banner">
      <IconBellRingingFilled className={classes.bell} size={26} aria-hidden="true" />
      <div className={classes.words}>
        {single ? (
          <strong>{t('alarm.one', facts)}</strong>
        ) : (
          <>
            <strong>{t('alarm.many', { count: ringing.length })}</strong> <span>{t('alarm.latest', facts)}</span>
          </>
        )}
      </div>
      {person ? (
        <div className={classes.buttons}>
          <Button
            variant="default"
            onClick={() => screen.getState().openOrder(single ? latest.id : null, 'online')}
            data-testid="alarm-show"
          >
            {t('common.show')}
          </Button>
          <Button color="petrol" onClick={acknowledge} data-testid="acknowledge">
            {single ? t('alarm.acknowledge') : t('alarm.acknowledgeAll')}
          </Button>
        </div>
      ) : (
        <span>{t('alarm.whoFirst')}</span>
      )}
    </div>
  );
}
