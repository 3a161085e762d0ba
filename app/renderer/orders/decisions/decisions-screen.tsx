import { Button } from '@mantine/core';
import { IconCheck, IconCloudUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OrderView } from '../../../../domain/pending.ts';
import { useApp } from '../../live/app.ts';
import { useDecisions } from '../../live/use-replica.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { plainText } from '../../ui/plain-text.ts';
import { numberText } from '../number-text.ts';
import { OrderMarks } from '../order-marks.tsx';
import { StatusBadge } from '../status-badge.tsx';
import { useOrderWords } from '../use-words.ts';
import { DecisionCard } from './decision-card.tsx';
import classes from './decisions-screen.module.css';

/** **Needs a decision**: every order on which two people contradict each other, for Register and BackOffice alike. */
export function DecisionsScreen() {
  const { t } = useTranslation();
  const views = useDecisions();
  return (
    <main className={classes.screen} aria-label={t('decisions.title')} data-testid="decisions-screen">
      <h1 className={classes.title}>{t('decisions.title')}</h1>
      {views?.length === 0 && (
        <EmptyState icon={<IconCheck size={32} />} title={t('decisions.none')} body={t('decisions.noneBody')} />
      )}
      {views && views.length > 0 && <p className={classes.explain}>{t('decisions.explain')}</p>}
      {views?.map((view) => (
        <Undecided key={view.order.id} view={view} />
      ))}
    </main>
  );
}

function Undecided(props: { view: OrderView }) {
  const { order, label, needsDecision } = props.view;
  const { screen } = useApp();
  const { t } = useTranslation();
  const words = useOrderWords();
  const number = numberText(order.number);
  return (
    <article className={classes.order} data-testid="undecided" data-order-number={order.number}>
      <div className={classes.head}>
        <h2 className={classes.number}>
          {number}
          <OrderMarks view={props.view} />
        </h2>
        <StatusBadge label={label} />
        <span className={classes.who}>
          {plainText(order.contact.name, 80)} · {words.money(order.totals.total, order.currency)}
        </span>
        <Button variant="subtle" onClick={() => screen.getState().openOrder(order.id, order.channel)}>
          {t('decisions.open', { number })}
        </Button>
      </div>
      {order.decisions.map((open) => (
        <DecisionCard key={open.change.id} order={order} open={open} />
      ))}
      {!needsDecision && (
        <p className={classes.decided} data-testid="decided-here">
          <IconCloudUp size={18} aria-hidden="true" /> {t('decisions.decidedWaits')}
        </p>
      )}
    </article>
  );
}
