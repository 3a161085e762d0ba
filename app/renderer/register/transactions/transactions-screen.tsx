import { useTranslation } from 'react-i18next';

export function TransactionsScreen() {
  const { t } = useTranslation();
  return <h1>{t('transactions.title')}</h1>;
}
