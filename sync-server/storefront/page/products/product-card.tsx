import type { CatalogueProduct } from '../../wire/catalogue.ts';
import type { MoneyText } from '../money-text.ts';
import { Picture } from './picture.tsx';

type Props = { readonly product: CatalogueProduct; readonly money: MoneyText; readonly onOpen: () => void };

/** One product in the grid; the whole card opens it. */
export function ProductCard({ product, money, onOpen }: Props) {
  const [only, ...others] = product.options;
  const choices = (others.length > 0 ? product.options.map((option) => option.name) : (only?.values ?? [])).join(' · ');
  return (
    <button type="button" className="card" data-testid={`product-${product.sku}`} onClick={onOpen}>
      <Picture product={product} className="card-picture" />
      <span className="card-words">
        <span className="card-name">{product.name}</span>
        <span className="card-price">{money(product.price)}</span>
        {choices && <span className="card-choices">{choices}</span>}
      </span>
    </button>
  );
}
