import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../../live/app.ts';
import { useFacts } from '../../live/facts.ts';
import { usePerson } from '../../live/use-person.ts';
import { makeSale, type Paid } from './make-sale.ts';

const SENTENCES = ['receipt-used', 'sums-wrong', 'malformed'] as const;

/**
 * Complete the sale of the present cart. Resolves false when it was not made; the cart is as it was, and the person was
 * told why.
 */
export function useCompleteSale(): (paid: Paid) => Promise<boolean> {
  const { cart, checkout } = useApp();
  const { products, profile } = useFacts();
  const person = usePerson();
  const { t } = useTranslation();
  return useCallback(
    async (paid) => {
      if (!profile || !person) return false;
      const draft = makeSale(cart.getState().entries, products, profile, paid);
      const result = await checkout.complete(draft, { id: person.id, name: person.name });
      if (result.ok) return true;
      const known = SENTENCES.find((code) => code === result.code) ?? 'not-saved';
      notifications.show({
        id: 'sale-fault',
        color: 'red',
        title: t('sale.fault.title'),
        message: t(`sale.fault.${known}`),
        autoClose: false,
      });
      return false;
    },
    [cart, checkout, products, profile, person, t],
  );
}
