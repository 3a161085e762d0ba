import { TextInput, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { decimalText, type Currency, type MinorUnits } from '../../../../domain/money.ts';
import { useOrderWords } from '../../orders/use-words.ts';
import type { CashGiven } from './cash-given.ts';
import { quickAmounts } from './quick-amounts.ts';
import classes from './pay-dialog.module.css';

/** **Cash received**, amounts often handed over, and the change. */
export function CashFields(props: {
  typed: string;
  onTyped: (text: string) => void;
  given: CashGiven;
  total: MinorUnits;
  currency: Currency;
}) {
  const { typed, onTyped, given, total, currency } = props;
  const { t } = useTranslation();
  const words = useOrderWords();
  const money = (amount: MinorUnits) => words.money(amount, currency);
  const unreadable = t('sale.pay.unreadable', { example: decimalText(total, currency) });
  return (
    <>
      <TextInput
        className={classes.input}
        mt="md"
        label={t('sale.pay.tendered')}
        inputMode="decimal"
        autoComplete="off"
        placeholder={decimalText(total, currency)}
        value={typed}
        maxLength={16}
        onChange={(event) => onTyped(event.currentTarget.value)}
        error={given.state === 'unreadable' ? unreadable : undefined}
        data-autofocus
        data-testid="tendered"
      />
      <div className={classes.quick} role="group" aria-label={t('sale.pay.quick')}>
        {quickAmounts(total, currency).map((amount, index) => (
          <UnstyledButton
            key={amount}
            className={classes.amount}
            aria-pressed={given.state === 'enough' && given.tendered === amount}
            onClick={() => onTyped(decimalText(amount, currency))}
            data-testid="quick-amount"
            data-amount={amount}
          >
            {index === 0 ? t('sale.pay.exact') : money(amount)}
          </UnstyledButton>
        ))}
      </div>
      <div className={classes.change} data-short={given.state === 'short'} aria-live="polite">
        <span>{given.state === 'short' ? t('sale.pay.short') : t('sale.pay.change')}</span>
        <strong data-testid="change-due">
          {given.state === 'short' && money(given.missing)}
          {given.state === 'enough' && money(given.change)}
          {given.state === 'unreadable' && '–'}
        </strong>
      </div>
    </>
  );
}
