import type { Catalogue } from '../../wire/catalogue.ts';

/** How to reach the shop, and the plain word that this is a demonstration. */
export function Footer({ shop }: { readonly shop: Catalogue['shop'] }) {
  return (
    <footer className="footer">
      <div className="footer-row">
        <div>
          <strong>{shop.name}</strong>
          <p>{shop.address}</p>
        </div>
        <div>
          <p>{shop.phone}</p>
          <p>{shop.email}</p>
        </div>
        <p className="footer-note">A demonstration store: nothing is really sold here and no money moves.</p>
      </div>
    </footer>
  );
}
