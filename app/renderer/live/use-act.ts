import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Act } from '../../../domain/change.ts';
import { useApp } from './app.ts';
import { usePerson } from './use-person.ts';

/**
 * Do something in the name of the person at this register. Resolves true once it is stored here, which is when the
 * screen shows it; false when it could not be stored: then nothing happened, and the person was told.
 */
export function useAct(): (act: Act) => Promise<boolean> {
  const { replica } = useApp();
  const { t } = useTranslation();
  const person = usePerson();
  return useCallback(
    async (act) => {
      if (!person) return false;
      try {
        await replica.act(act, { id: person.id, name: person.name });
        return true;
      } catch {
        // The replica throws `not-saved` and nothing else; its own words are for the log, these are for the cashier.
        notifications.show({
          id: 'not-saved',
          color: 'red',
          title: t('common.notSaved'),
          message: t('common.notSavedBody'),
          autoClose: false,
        });
        return false;
      }
    },
    [replica, person, t],
  );
}
