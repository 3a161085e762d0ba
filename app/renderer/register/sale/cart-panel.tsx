import { ActionIcon } from '@mantine/core';
import { IconShoppingCart, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ShopProfile } from '../../../../domain/shop.ts';
import { useApp } from '../../live/app.ts';
import { useFacts } from '../../live/facts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { CartLineRow } from './cart-line.tsx';
import { CartSums } from './cart-sums.tsx';
import { canBeSold, cartLines, saleLines, saleTotals } from './cart-lines.ts';
import { PayDialog } from './pay-dialog.tsx';
import { UndoBar } from './undo-bar.tsx';
import classes from './cart-panel.module.css';

/** The cart: its lines, what it adds up to, and the two ways to pay. */
export function CartPanel(props: { profile: ShopProfile }) {
  const { profile } = props;
  const { cart } = useApp();
  const { products } = useFacts();
  const { t } = useTranslation();
  const [paying, setPaying] = useState<'cash' | 'card' | null>(null);
  const entries = useStore(cart, (state) => state.entries);
  const lines = cartLines(entries, products);
  const totals = saleTotals(saleLines(lines), profile.taxRate);
  const count = entries.reduce((sum, entry) => sum + entry.quantity, 0);
  return (
    <div className={classes.panel}>
      <div className={classes.head}>
        <h2 className={classes.title}>{t('sale.cart')}</h2>
        {count > 0 && <span className={classes.items}>{t('sale.items', { count })}</span>}
        {count > 0 && (
          <ActionIcon
            className={classes.clear}
            aria-label={t('sale.clear')}
            title={t('sale.clear')}
            onClick={() => cart.getState().clear()}
            data-testid="cart-clear"
          >
            <IconTrash size={20} />
          </ActionIcon>
        )}
      </div>
      {lines.length === 0 ? (
        <div className={classes.lines}>
          <EmptyState icon={<IconShoppingCart size={32} />} title={t('sale.empty')} body={t('sale.emptyBody')} />
        </div>
      ) : (
        <ul className={classes.lines}>
          {lines.map((line) => (
            <CartLineRow key={line.entry.key} line={line} currency={profile.currency} />
          ))}
        </ul>
      )}
      <UndoBar products={products} />
      <CartSums totals={totals} currency={profile.currency} payable={canBeSold(lines)} onPay={setPaying} />
      {paying && (
        <PayDialog way={paying} total={totals.total} currency={profile.currency} onClose={() => setPaying(null)} />
      )}
    </div>
  );
}
