import type { CatalogueProduct } from '../../wire/catalogue.ts';

type Props = { readonly product: Pick<CatalogueProduct, 'picture' | 'colour'>; readonly className: string };

/** A product's drawing on its own colour. The name always stands beside it, so the drawing itself is silent. */
export function Picture({ product, className }: Props) {
  return (
    <span className={className} style={{ backgroundColor: product.colour }}>
      {product.picture && (
        <img src={`/store/pictures/${encodeURIComponent(product.picture)}`} alt="" width="400" height="400" />
      )}
    </span>
  );
}
