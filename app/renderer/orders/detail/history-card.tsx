import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../../../domain/history.ts';
import type { Order } from '../../../../domain/order.ts';
import { historyWords } from '../history-words.ts';
import { useOrderWords } from '../use-words.ts';
import { Card } from './card.tsx';
import classes from './history-card.module.css';
import { NoteForm } from './note-form.tsx';

/** Who did what when, newest first, by the clock of the register where it was done. */
export function HistoryCard(props: { order: Order }) {
  const { t } = useTranslation();
  return (
    <Card title={t('orders.history.title')}>
      <NoteForm orderId={props.order.id} />
      <ol className={classes.list}>
        {props.order.history.toReversed().map((entry) => (
          <Entry key={entry.id} entry={entry} history={props.order.history} />
        ))}
      </ol>
    </Card>
  );
}

function Entry(props: { entry: HistoryEntry; history: readonly HistoryEntry[] }) {
  const { entry } = props;
  const { t } = useTranslation();
  const times = useOrderWords();
  const words = historyWords(entry, props.history, t);
  const when = times.full(entry.at);
  return (
    <li className={classes.entry} data-mark={words.mark} data-testid="history-item">
      <div className={classes.title}>{words.title}</div>
      {words.detail && <div>{words.detail}</div>}
      {words.sentence && <div className={classes.sentence}>{words.sentence}</div>}
      <div className={classes.when}>
        {words.register ? t('orders.history.at', { when, register: words.register }) : when}
        {entry.settledAt === null && <span className={classes.waiting}> · {t('orders.history.waiting')}</span>}
      </div>
    </li>
  );
}
