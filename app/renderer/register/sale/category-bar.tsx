import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../../../domain/shop.ts';
import { plainText } from '../../ui/plain-text.ts';
import { categoriesOf } from './product-groups.ts';
import classes from './category-bar.module.css';

/** One button per category; *All* is the first. Nothing to choose with fewer than two. */
export function CategoryBar(props: {
  products: readonly Product[];
  category: string | null;
  onCategory: (category: string | null) => void;
}) {
  const { t } = useTranslation();
  const categories = categoriesOf(props.products);
  if (categories.length < 2) return null;
  return (
    <div className={classes.bar} role="group" aria-label={t('sale.categories')}>
      {[null, ...categories].map((each) => (
        <UnstyledButton
          key={each ?? '\u0000all'}
          className={classes.category}
          aria-pressed={props.category === each}
          onClick={() => props.onCategory(each)}
        >
          {each === null ? t('sale.all') : plainText(each, 30) || t('sale.noCategory')}
        </UnstyledButton>
      ))}
    </div>
  );
}
