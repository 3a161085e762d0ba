import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPackageOff, IconSearch, IconSearchOff, IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../../../domain/shop.ts';
import { useApp } from '../../live/app.ts';
import { useFacts } from '../../live/facts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useScreenKeys } from '../../ui/screen-keys.ts';
import { CategoryBar } from './category-bar.tsx';
import { ChooseOptions } from './choose-options.tsx';
import { NoProducts } from './no-products.tsx';
import { meantProduct, productGroups } from './product-groups.ts';
import { ProductGrid } from './product-grid.tsx';
import classes from './product-catalogue.module.css';

/** Everything the shop sells, by category, with search; a tap puts it in the cart. */
export function ProductCatalogue() {
  const { cart } = useApp();
  const { products } = useFacts();
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [category, setCategory] = useState<string | null>(null);
  const [choosing, setChoosing] = useState<Product | null>(null);
  const searchRef = useRef<HTMLInputElement>(null);
  useScreenKeys(searchRef, null);
  const groups = productGroups(products, search, category);

  const pick = (product: Product) => {
    if (product.options.length > 0) setChoosing(product);
    else cart.getState().add(product.sku, []);
  };
  const pickMeant = () => {
    const meant = meantProduct(products, search);
    if (!meant) return;
    setSearch('');
    pick(meant);
  };
  const showAll = () => {
    setSearch('');
    setCategory(null);
  };

  if (products.length === 0) return <NoProducts icon={<IconPackageOff size={32} />} />;
  return (
    <div className={classes.catalogue}>
      <div className={classes.tools}>
        <TextInput
          ref={searchRef}
          type="search"
          className={classes.search}
          aria-label={t('sale.searchLabel')}
          placeholder={t('sale.search')}
          value={search}
          maxLength={100}
          spellCheck={false}
          autoComplete="off"
          leftSection={<IconSearch size={18} aria-hidden="true" />}
          rightSection={
            search && (
              <ActionIcon aria-label={t('common.clear')} onClick={() => setSearch('')}>
                <IconX size={16} />
              </ActionIcon>
            )
          }
          onChange={(event) => setSearch(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') pickMeant();
          }}
          data-testid="sale-search"
        />
        <CategoryBar products={products} category={category} onCategory={setCategory} />
      </div>
      <div className={classes.scroll}>
        {groups.length === 0 ? (
          <EmptyState icon={<IconSearchOff size={32} />} title={t('sale.nothing')} body={t('sale.nothingBody')}>
            <Button variant="default" mt="sm" onClick={showAll}>
              {t('sale.showAllProducts')}
            </Button>
          </EmptyState>
        ) : (
          <ProductGrid groups={groups} onPick={pick} />
        )}
      </div>
      {choosing && <ChooseOptions key={choosing.sku} product={choosing} onClose={() => setChoosing(null)} />}
    </div>
  );
}
