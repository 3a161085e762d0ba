import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useApp } from '../../live/app.ts';
import { useFacts } from '../../live/facts.ts';
import { CartPanel } from './cart-panel.tsx';
import { ProductCatalogue } from './product-catalogue.tsx';
import { SaleDone } from './sale-done.tsx';
import classes from './new-sale-screen.module.css';

/** Register > **New sale**: what the shop sells on one side, the cart on the other. */
export function NewSaleScreen() {
  const { cart } = useApp();
  const { profile } = useFacts();
  const { t } = useTranslation();
  const done = useStore(cart, (state) => state.done);
  return (
    <main className={classes.screen} aria-label={t('sale.title')}>
      <div className={classes.products}>
        <ProductCatalogue />
      </div>
      <aside className={classes.cart} aria-label={t('sale.cart')}>
        {done ? <SaleDone done={done} /> : profile && <CartPanel profile={profile} />}
      </aside>
    </main>
  );
}
