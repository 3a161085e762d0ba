import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenDecision } from '../../../../domain/history.ts';
import type { Order } from '../../../../domain/order.ts';
import { useAct } from '../../live/use-act.ts';
import { useConnection } from '../../live/use-replica.ts';
import { ToldSoFar } from './told-so-far.tsx';
import { Version } from './version.tsx';
import { versionsOf } from './version-words.ts';
import classes from './decision-card.module.css';

/** One contradiction: both versions side by side, what the customer was told, and a tap for each. */
export function DecisionCard(props: { order: Order; open: OpenDecision }) {
  const { order, open } = props;
  const { t } = useTranslation();
  const act = useAct();
  const online = useConnection().state === 'online';
  const [busy, setBusy] = useState(false);
  const { standing, other, seen } = versionsOf(order, open, t);
  const decide = async (take: 'standing' | 'other') => {
    setBusy(true);
    const stored = await act({ kind: 'decide', orderId: order.id, decision: open.change.id, take, seen });
    setBusy(false);
    if (!stored) return;
    notifications.show({
      id: `decided-${open.change.id}`,
      color: 'petrol',
      title: t('decisions.decided'),
      message: t(online ? 'decisions.decidedOnline' : 'decisions.decidedOffline'),
    });
  };
  return (
    <section className={classes.card} data-testid="decision" aria-label={t('decisions.title')}>
      <p className={classes.why}>{t(`verdict.${open.code}`)}</p>
      <div className={classes.versions}>
        <Version title={t('decisions.standing')} words={standing} testId="version-standing">
          <Button
            variant="default"
            disabled={busy}
            onClick={() => void decide('standing')}
            data-testid="decide-standing"
          >
            {t('decisions.keep', { version: standing.name })}
          </Button>
        </Version>
        <Version title={t('decisions.other')} words={other} testId="version-other">
          <Button variant="default" disabled={busy} onClick={() => void decide('other')} data-testid="decide-other">
            {t('decisions.take', { version: other.name })}
          </Button>
        </Version>
      </div>
      <ToldSoFar order={order} />
    </section>
  );
}
