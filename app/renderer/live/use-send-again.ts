import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from './app.ts';
import { saveFaultWords } from './save-fault-words.ts';

/** Send a refused change once more as a new one; when it could not be stored the person is told and the refused one stays. */
export function useSendAgain(): (changeId: string) => Promise<void> {
  const { replica } = useApp();
  const { t } = useTranslation();
  return useCallback(
    async (changeId) => {
      try {
        await replica.sendAgain(changeId);
        notifications.show({ id: `again-${changeId}`, color: 'petrol', message: t('waiting.sentAgain') });
      } catch (fault) {
        notifications.show({
          id: 'not-saved',
          color: 'red',
          title: t('common.notSaved'),
          message: saveFaultWords(fault, t),
          autoClose: false,
        });
      }
    },
    [replica, t],
  );
}
