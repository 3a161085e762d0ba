import { Button, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Currency, MinorUnits } from '../../../../domain/money.ts';
import { useApp } from '../../live/app.ts';
import { useOrderWords } from '../../orders/use-words.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { CashFields } from './cash-fields.tsx';
import { cashGiven, paidBy } from './cash-given.ts';
import { useCompleteSale } from './use-checkout.ts';
import classes from './pay-dialog.module.css';

/** Takes the money and completes the sale. Enter completes; a second tap while it is stored does nothing. */
export function PayDialog(props: { way: 'cash' | 'card'; total: MinorUnits; currency: Currency; onClose: () => void }) {
  const { way, total, currency, onClose } = props;
  const { cart } = useApp();
  const { t } = useTranslation();
  const words = useOrderWords();
  const complete = useCompleteSale();
  const busy = useStore(cart, (state) => state.completing);
  const [typed, setTyped] = useState('');
  useReturnFocus(true);
  const given = cashGiven(typed, total, currency);

  const pay = async () => {
    const paid = paidBy(way, given);
    if (paid && (await complete(paid))) onClose();
  };

  return (
    <Modal opened onClose={busy ? () => undefined : onClose} title={t(`sale.pay.${way}`)} closeOnClickOutside={!busy}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void pay();
        }}
      >
        <div className={classes.due}>
          <span>{t('sale.pay.due')}</span>
          <strong>{words.money(total, currency)}</strong>
        </div>
        {way === 'cash' ? (
          <CashFields typed={typed} onTyped={setTyped} given={given} total={total} currency={currency} />
        ) : (
          <Text mt="md">{t('sale.pay.cardFirst')}</Text>
        )}
        <div className={classes.buttons}>
          <Button variant="default" size="lg" disabled={busy} onClick={onClose} data-testid="pay-cancel">
            {t('common.cancel')}
          </Button>
          <Button
            type="submit"
            size="lg"
            loading={busy}
            data-autofocus={way === 'card' || undefined}
            data-testid="complete-sale"
          >
            {t('sale.pay.complete')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
