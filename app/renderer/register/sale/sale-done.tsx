import { Button } from '@mantine/core';
import { IconCircleCheckFilled, IconReceipt } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../../live/app.ts';
import { useConnection } from '../../live/use-replica.ts';
import { useOrderWords } from '../../orders/use-words.ts';
import type { DoneSale } from '../../state/cart-store.ts';
import classes from './sale-done.module.css';

/** After the sale: its receipt number, what to give back, and the way on. A tap on a product also begins the next one. */
export function SaleDone(props: { done: DoneSale }) {
  const { done } = props;
  const { cart, screen } = useApp();
  const { t } = useTranslation();
  const words = useOrderWords();
  const online = useConnection().state === 'online';
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus({ preventScroll: true }), []);
  const money = (amount: number) => words.money(amount, done.currency);
  const facts = { receipt: done.receipt, total: money(done.total) };
  return (
    <div className={classes.done} role="status">
      <IconCircleCheckFilled className={classes.icon} size={56} aria-hidden="true" />
      <h2 className={classes.title}>{t('sale.done.title')}</h2>
      <p
        className={classes.summary}
        data-testid="sale-receipt"
        data-receipt={done.receipt}
        data-order-id={done.orderId}
      >
        {done.change === null
          ? t('sale.done.summary', facts)
          : t('sale.done.summaryChange', { ...facts, change: money(done.change) })}
      </p>
      {done.change !== null && done.change > 0 && (
        <div className={classes.change} aria-hidden="true">
          <span>{t('sale.done.giveBack')}</span>
          <strong>{money(done.change)}</strong>
        </div>
      )}
      {!online && <p className={classes.waits}>{t('sale.done.waits')}</p>}
      <div className={classes.buttons}>
        <Button ref={next} size="lg" fullWidth onClick={() => cart.getState().startNew()} data-testid="next-sale">
          {t('sale.done.newSale')}
        </Button>
        <Button
          size="lg"
          fullWidth
          variant="default"
          leftSection={<IconReceipt size={20} />}
          onClick={() => screen.getState().openOrder(done.orderId, 'in-store')}
          data-testid="show-receipt"
        >
          {t('sale.done.showReceipt')}
        </Button>
      </div>
    </div>
  );
}
