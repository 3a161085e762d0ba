import { Button } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconClockHour4 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Order } from '../../../../domain/order.ts';
import { useAct } from '../../live/use-act.ts';
import { isolated, plainText } from '../../ui/plain-text.ts';
import { type MessageRow, messageRows } from '../message-rows.ts';
import { useOrderWords } from '../use-words.ts';
import { Card } from './card.tsx';
import classes from './messages-card.module.css';

const ICON = { sent: IconCircleCheck, failed: IconCircleX, due: IconClockHour4 } as const;

/** What the customer was told and when, or that it failed and why, with *Send again*. */
export function MessagesCard(props: { order: Order }) {
  const { t } = useTranslation();
  const rows = messageRows(props.order);
  if (props.order.channel !== 'online') return null;
  return (
    <Card title={t('orders.messages.title')} testId="messages">
      {rows.length === 0 && <span className={classes.none}>{t('orders.messages.none')}</span>}
      {rows.map((row) => (
        <Message key={row.key} row={row} orderId={props.order.id} />
      ))}
    </Card>
  );
}

function Message(props: { row: MessageRow; orderId: string }) {
  const { row, orderId } = props;
  const { t } = useTranslation();
  const act = useAct();
  const words = useOrderWords();
  const Icon = ICON[row.state];
  const when = row.at ? words.full(row.at) : '';
  return (
    <div className={classes.row} data-testid="message" data-state={row.state}>
      <Icon className={classes.icon} size={20} aria-hidden="true" />
      <div className={classes.words}>
        <div>{t(`orders.messages.told.${row.kind}`)}</div>
        <div className={classes.soft}>
          {t(`orders.messages.${row.state}`, { when, to: isolated(row.to, 80), reason: plainText(row.reason, 300) })}
        </div>
      </div>
      {row.state !== 'due' && (
        <Button
          variant="default"
          size="sm"
          className={classes.again}
          onClick={() => void act({ kind: 'send-again', orderId, messageKey: row.key })}
          data-testid="send-again"
        >
          {t('orders.messages.again')}
        </Button>
      )}
    </div>
  );
}
