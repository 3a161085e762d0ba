import { Button } from '@mantine/core';
import { IconCash, IconCreditCard } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Totals } from '../../../../domain/line.ts';
import type { Currency } from '../../../../domain/money.ts';
import { useOrderWords } from '../../orders/use-words.ts';
import classes from './cart-sums.module.css';

/** What is to pay, and how. */
export function CartSums(props: {
  totals: Totals;
  currency: Currency;
  payable: boolean;
  onPay: (way: 'cash' | 'card') => void;
}) {
  const { totals, currency, payable, onPay } = props;
  const { t } = useTranslation();
  const words = useOrderWords();
  return (
    <div className={classes.sums}>
      <div className={classes.total}>
        <span>{t('sale.total')}</span>
        <span data-testid="sale-total">{words.money(totals.total, currency)}</span>
      </div>
      {totals.tax > 0 && <div className={classes.tax}>{t('sale.tax', { tax: words.money(totals.tax, currency) })}</div>}
      <div className={classes.buttons}>
        <Button
          size="lg"
          leftSection={<IconCash size={22} />}
          disabled={!payable}
          onClick={() => onPay('cash')}
          data-testid="pay-cash"
        >
          {t('sale.cash')}
        </Button>
        <Button
          size="lg"
          leftSection={<IconCreditCard size={22} />}
          disabled={!payable}
          onClick={() => onPay('card')}
          data-testid="pay-card"
        >
          {t('sale.card')}
        </Button>
      </div>
    </div>
  );
}
