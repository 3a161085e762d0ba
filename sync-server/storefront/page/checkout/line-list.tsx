import type { CatalogueProduct } from '../../wire/catalogue.ts';
import type { PricedLine } from '../../wire/priced.ts';
import type { MoneyText } from '../money-text.ts';
import { Picture } from '../products/picture.tsx';

type Props = {
  readonly lines: readonly PricedLine[];
  readonly products: readonly CatalogueProduct[];
  readonly money: MoneyText;
};

/** Priced lines with their pictures. */
export function LineList({ lines, products, money }: Props) {
  return (
    <ul className="lines">
      {lines.map((line) => {
        const product = products.find((each) => each.sku === line.sku);
        return (
          <li key={line.id}>
            {product && <Picture product={product} className="line-picture" />}
            <span className="line-words">
              <span>
                {line.quantity} × {line.name}
              </span>
              <span className="hint">{line.options.map((option) => option.value).join(' · ')}</span>
            </span>
            <span className="line-total">{money(line.total)}</span>
          </li>
        );
      })}
    </ul>
  );
}
