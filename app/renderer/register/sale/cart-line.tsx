import { ActionIcon } from '@mantine/core';
import { IconMinus, IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Currency } from '../../../../domain/money.ts';
import { useApp } from '../../live/app.ts';
import { useOrderWords } from '../../orders/use-words.ts';
import { MOST_OF_ONE } from '../../state/cart-store.ts';
import { plainText } from '../../ui/plain-text.ts';
import type { CartLine } from './cart-lines.ts';
import classes from './cart-line.module.css';

/** One line of the cart with its quantity; the last one fewer removes it, and *Undo* brings it back. */
export function CartLineRow(props: { line: CartLine; currency: Currency }) {
  const { line, currency } = props;
  const { entry, product } = line;
  const { cart } = useApp();
  const { t } = useTranslation();
  const words = useOrderWords();
  const name = plainText(product?.name ?? entry.sku, 120);
  const options = entry.options.map((option) => plainText(option.value, 60)).join(' · ');
  const { step, remove } = cart.getState();
  return (
    <li className={classes.line} data-testid="sale-line" data-sku={entry.sku}>
      <div className={classes.what}>
        <div className={classes.name}>{name}</div>
        {options && <div className={classes.soft}>{options}</div>}
        {!product && <div className={classes.gone}>{t('sale.gone')}</div>}
        {product && entry.quantity > 1 && (
          <div className={classes.soft}>{t('orders.detail.each', { price: words.money(product.price, currency) })}</div>
        )}
      </div>
      <span className={classes.total} data-testid="sale-line-total">
        {product && words.money(line.total, currency)}
      </span>
      <div className={classes.buttons}>
        <div className={classes.stepper} role="group" aria-label={t('sale.quantity', { count: entry.quantity, name })}>
          <ActionIcon
            variant="default"
            aria-label={t('sale.minus', { name })}
            onClick={() => step(entry.key, -1)}
            data-testid="sale-minus"
          >
            <IconMinus size={18} />
          </ActionIcon>
          <span className={classes.quantity} aria-live="polite" data-testid="sale-quantity">
            {entry.quantity}
          </span>
          <ActionIcon
            variant="default"
            aria-label={t('sale.plus', { name })}
            disabled={!product || entry.quantity >= MOST_OF_ONE}
            onClick={() => step(entry.key, 1)}
            data-testid="sale-plus"
          >
            <IconPlus size={18} />
          </ActionIcon>
        </div>
        <ActionIcon
          aria-label={t('sale.remove', { name })}
          title={t('sale.remove', { name })}
          onClick={() => remove(entry.key)}
          data-testid="sale-remove"
        >
          <IconTrash size={18} />
        </ActionIcon>
      </div>
    </li>
  );
}
