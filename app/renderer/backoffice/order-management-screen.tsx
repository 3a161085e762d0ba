import { useTranslation } from 'react-i18next';

export function OrderManagementScreen() {
  const { t } = useTranslation();
  return <h1>{t('backoffice.title')}</h1>;
}
