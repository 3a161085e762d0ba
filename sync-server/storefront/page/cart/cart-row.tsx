import { IconTrash } from '@tabler/icons-react';
import type { CatalogueProduct } from '../../wire/catalogue.ts';
import type { CartItem } from '../../wire/cart-item.ts';
import type { PricedLine } from '../../wire/priced.ts';
import type { MoneyText } from '../money-text.ts';
import { Picture } from '../products/picture.tsx';
import { QuantityStepper } from '../products/quantity-stepper.tsx';

type Props = {
  readonly item: CartItem;
  /** Null when the shop no longer sells it. */
  readonly product: CatalogueProduct | null;
  /** Null until the server has priced it. */
  readonly total: PricedLine | null;
  readonly problem: string | null;
  readonly money: MoneyText;
  readonly onQuantity: (quantity: number) => void;
  readonly onRemove: () => void;
};

/** One line of the cart. */
export function CartRow({ item, product, total, problem, money, onQuantity, onRemove }: Props) {
  const name = product?.name ?? `Product ${item.sku}`;
  return (
    <li className="cart-row" data-testid={`cart-line-${item.sku}`}>
      <Picture product={product ?? UNKNOWN} className="cart-picture" />
      <div className="cart-words">
        <p className="cart-name">{name}</p>
        {item.options.length > 0 && (
          <p className="hint">{item.options.map((option) => `${option.name}: ${option.value}`).join(' · ')}</p>
        )}
        {problem && (
          <p className="fault" role="alert">
            {problem}
          </p>
        )}
        <div className="cart-actions">
          <QuantityStepper label={`Quantity of ${name}`} value={item.quantity} onChange={onQuantity} />
          <button type="button" className="icon-button" aria-label={`Remove ${name}`} onClick={onRemove}>
            <IconTrash size={20} stroke={1.7} aria-hidden />
          </button>
          <span className="cart-total">{total ? money(total.total) : '…'}</span>
        </div>
      </div>
    </li>
  );
}

const UNKNOWN = { picture: '', colour: '#e8e2d4' };
