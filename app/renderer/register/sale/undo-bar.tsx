import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Product } from '../../../../domain/shop.ts';
import { useApp } from '../../live/app.ts';
import { plainText } from '../../ui/plain-text.ts';
import classes from './undo-bar.module.css';

/** Says what left the cart, and brings it back. Stands until the next removal or sale. */
export function UndoBar(props: { products: readonly Product[] }) {
  const { cart } = useApp();
  const { t } = useTranslation();
  const removed = useStore(cart, (state) => state.removed);
  const [first, ...others] = removed;
  const product = props.products.find(({ sku }) => sku === first?.entry.sku);
  const name = plainText(product?.name ?? first?.entry.sku ?? '', 60);
  return (
    <div role="status">
      {first && (
        <div className={classes.bar} data-testid="undo-bar">
          <span className={classes.words}>
            {others.length > 0 ? t('sale.removedAll') : t('sale.removed', { name })}
          </span>
          <Button variant="subtle" onClick={() => cart.getState().undo()} data-testid="sale-undo">
            {t('sale.undo')}
          </Button>
        </div>
      )}
    </div>
  );
}
