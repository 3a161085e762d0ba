import { useTranslation } from 'react-i18next';

export function NewSaleScreen() {
  const { t } = useTranslation();
  return <h1>{t('sale.title')}</h1>;
}
