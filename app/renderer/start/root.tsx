import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { i18n } from 'i18next';
import { useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { themeOf } from '../theme/theme.ts';
import { Gate } from './gate.tsx';
import classes from './root.module.css';
import type { Session } from './session.ts';

const colourScheme = localStorageColorSchemeManager({ key: 'shopbell-colours' });

/** The page around the session: words, theme, toasts. `nonce` lets Mantine's own style elements past the CSP. */
export function Root(props: { session: Session; words: i18n; nonce: string }) {
  const [theme] = useState(() => themeOf(props.words.t('common.close')));
  return (
    <I18nextProvider i18n={props.words}>
      <MantineProvider
        theme={theme}
        defaultColorScheme="auto"
        colorSchemeManager={colourScheme}
        getStyleNonce={() => props.nonce}
      >
        <Notifications className={classes.toasts} position="bottom-right" limit={3} autoClose={4_000} zIndex={250} />
        <Gate session={props.session} />
      </MantineProvider>
    </I18nextProvider>
  );
}
