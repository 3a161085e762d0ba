import { useEffect, useState } from 'react';
import type { Catalogue, CatalogueProduct } from '../../wire/catalogue.ts';
import type { CartItem } from '../../wire/cart-item.ts';
import { addItem } from '../cart/cart.ts';
import type { ChangeCart } from '../cart/use-cart.ts';
import type { MoneyText } from '../money-text.ts';
import { AddedNote } from './added-note.tsx';
import { byCategory } from './by-category.ts';
import { ProductCard } from './product-card.tsx';
import { ProductDialog } from './product-dialog.tsx';

type Props = {
  readonly shop: Catalogue['shop'];
  readonly products: readonly CatalogueProduct[];
  readonly money: MoneyText;
  readonly changeCart: ChangeCart;
  readonly onCart: () => void;
  /** True while the cart is open and says all there is to say. */
  readonly quiet: boolean;
};

/** Everything the shop sells, by category. */
export function ShopPage({ shop, products, money, changeCart, onCart, quiet }: Props) {
  const [shown, setShown] = useState<CatalogueProduct | null>(null);
  const [added, setAdded] = useState<string | null>(null);
  const categories = byCategory(products);

  useEffect(() => {
    document.title = shop.name;
  }, [shop.name]);

  const add = (item: CartItem, name: string) => {
    changeCart((cart) => addItem(cart, item));
    setAdded(name);
    setShown(null);
  };

  return (
    <>
      <section className="hero">
        <div className="hero-words">
          <h1>Leaf, bean and the clay to pour them into.</h1>
          <p>Small-batch tea and kopi, and things for the table. Delivered, or ready for you at the shop.</p>
        </div>
        <div className="hero-tiles" aria-hidden />
      </section>
      <nav className="categories" aria-label="Categories">
        {categories.map(({ name, anchor }) => (
          <a key={anchor} href={`#${anchor}`}>
            {name}
          </a>
        ))}
      </nav>
      {categories.map(({ name, anchor, products: ours }) => (
        <section key={anchor} id={anchor} className="section" aria-labelledby={`${anchor}-name`}>
          <h2 id={`${anchor}-name`}>{name}</h2>
          <div className="grid">
            {ours.map((product) => (
              <ProductCard key={product.sku} product={product} money={money} onOpen={() => setShown(product)} />
            ))}
          </div>
        </section>
      ))}
      <ProductDialog product={shown} money={money} onAdd={add} onClose={() => setShown(null)} />
      <AddedNote name={quiet ? null : added} onCart={onCart} onGone={() => setAdded(null)} />
    </>
  );
}
