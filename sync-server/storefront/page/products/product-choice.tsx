import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CatalogueProduct } from '../../wire/catalogue.ts';
import type { CartItem } from '../../wire/cart-item.ts';
import type { MoneyText } from '../money-text.ts';
import { OptionPicker } from './option-picker.tsx';
import { QuantityStepper } from './quantity-stepper.tsx';

type Props = {
  readonly product: CatalogueProduct;
  readonly money: MoneyText;
  readonly onAdd: (item: CartItem, name: string) => void;
};

/** What to choose of a product. The first value of each option is chosen already, so that one click is enough. */
export function ProductChoice({ product, money, onAdd }: Props) {
  const [options, setOptions] = useState(() =>
    product.options.map((option) => ({ name: option.name, value: option.values[0] ?? '' })),
  );
  const [quantity, setQuantity] = useState(1);

  const choose = (name: string, value: string) =>
    setOptions((before) => before.map((option) => (option.name === name ? { name, value } : option)));

  return (
    <form
      className="product-choice"
      onSubmit={(event) => {
        event.preventDefault();
        onAdd({ sku: product.sku, options, quantity }, product.name);
      }}
    >
      <p className="product-category">{product.category}</p>
      <h2>{product.name}</h2>
      <p className="product-price">{money(product.price)}</p>
      <p className="product-description">{product.description}</p>
      {product.options.map((option) => (
        <OptionPicker
          key={option.name}
          name={option.name}
          values={option.values}
          chosen={options.find((each) => each.name === option.name)?.value ?? ''}
          onChoose={(value) => choose(option.name, value)}
        />
      ))}
      <div className="product-actions">
        <QuantityStepper label="Quantity" value={quantity} onChange={setQuantity} />
        <Button type="submit" size="lg" color="clay.6" className="grow" data-testid="add-to-cart">
          Add to cart
        </Button>
      </div>
    </form>
  );
}
