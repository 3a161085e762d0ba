import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Product } from '../../../../domain/shop.ts';
import { useApp } from '../../live/app.ts';
import { useFacts } from '../../live/facts.ts';
import { useOrderWords } from '../../orders/use-words.ts';
import { plainText } from '../../ui/plain-text.ts';
import type { ProductGroup } from './product-groups.ts';
import { tileLook } from './tile-look.ts';
import classes from './product-grid.module.css';

/** Products as tiles under the heading of their category. */
export function ProductGrid(props: { groups: readonly ProductGroup[]; onPick: (product: Product) => void }) {
  const { t } = useTranslation();
  return props.groups.map(({ category, products }) => (
    <section key={category} aria-label={plainText(category, 60) || t('sale.noCategory')}>
      <h2 className={classes.heading}>{plainText(category, 60) || t('sale.noCategory')}</h2>
      <div className={classes.tiles}>
        {products.map((product) => (
          <ProductTile key={product.id} product={product} onPick={props.onPick} />
        ))}
      </div>
    </section>
  ));
}

function ProductTile(props: { product: Product; onPick: (product: Product) => void }) {
  const { product, onPick } = props;
  const { cart } = useApp();
  const { profile } = useFacts();
  const { t } = useTranslation();
  const words = useOrderWords();
  const count = useStore(cart, (state) =>
    state.entries.reduce((total, entry) => total + (entry.sku === product.sku ? entry.quantity : 0), 0),
  );
  const { initials, ground, ink } = tileLook(product);
  const name = plainText(product.name, 80);
  const price = profile ? words.money(product.price, profile.currency) : '';
  const spoken = count > 0 ? t('sale.tileInCart', { name, price, count }) : t('sale.tile', { name, price });
  return (
    <button
      type="button"
      className={classes.tile}
      aria-label={spoken}
      title={name}
      onClick={() => onPick(product)}
      data-testid={`product-${product.sku}`}
    >
      <span className={classes.picture} style={{ backgroundColor: ground, color: ink }} aria-hidden="true">
        {initials}
        {count > 0 && <span className={classes.count}>{count}</span>}
      </span>
      <span className={classes.name}>{name}</span>
      <span className={classes.price}>{price}</span>
    </button>
  );
}
