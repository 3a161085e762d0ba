import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import type { CatalogueProduct } from '../../wire/catalogue.ts';
import type { CartItem } from '../../wire/cart-item.ts';
import type { MoneyText } from '../money-text.ts';
import { Picture } from './picture.tsx';
import { ProductChoice } from './product-choice.tsx';

type Props = {
  readonly product: CatalogueProduct | null;
  readonly money: MoneyText;
  readonly onAdd: (item: CartItem, name: string) => void;
  readonly onClose: () => void;
};

/** A product near by: its picture, what it is, and what to choose. Covers the screen on a phone. */
export function ProductDialog({ product, money, onAdd, onClose }: Props) {
  const phone = useMediaQuery('(max-width: 47.9em)', false, { getInitialValueInEffect: false });
  // The product stays drawn while the dialog fades out.
  const [last, setLast] = useState(product);
  if (product && product !== last) setLast(product);
  const shown = product ?? last;

  return (
    <Modal.Root opened={product !== null} onClose={onClose} size={820} centered fullScreen={phone} padding={0}>
      <Modal.Overlay backgroundOpacity={0.45} color="#152b22" />
      <Modal.Content className="product-dialog" radius={phone ? 0 : 'lg'} aria-label={shown?.name}>
        <Modal.CloseButton className="dialog-close" size={44} iconSize={22} aria-label="Close" />
        {shown && (
          <Modal.Body className="product-body">
            <Picture product={shown} className="product-picture" />
            <ProductChoice key={shown.sku} product={shown} money={money} onAdd={onAdd} />
          </Modal.Body>
        )}
      </Modal.Content>
    </Modal.Root>
  );
}
