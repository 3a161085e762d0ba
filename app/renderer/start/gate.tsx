import { Button, Loader } from '@mantine/core';
import { IconAlertTriangle, IconBrowserCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { AppFrame } from '../frame/app-frame.tsx';
import { ScreenBoundary } from '../frame/screen-boundary.tsx';
import { AppContext } from '../live/app.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { PairingScreen } from './pairing-screen.tsx';
import type { Session } from './session.ts';
import classes from './gate.module.css';

/** What stands on the page, by the state of the start. */
export function Gate(props: { session: Session }) {
  const { session } = props;
  const { t } = useTranslation();
  const state = useStore(session.state);
  switch (state.at) {
    case 'ready':
      return (
        <AppContext value={state.app}>
          <ScreenBoundary>
            <AppFrame />
          </ScreenBoundary>
        </AppContext>
      );
    case 'pairing':
      return <PairingScreen session={session} />;
    case 'checking':
    case 'opening':
      return (
        <main className={classes.wait} aria-busy="true">
          <Loader />
          <span>{t('start.checking')}</span>
        </main>
      );
    case 'other-tab':
    case 'moved': {
      const words = state.at === 'moved' ? 'moved' : 'otherTab';
      return (
        <main className={classes.wait} data-testid={state.at}>
          <EmptyState
            icon={<IconBrowserCheck size={32} />}
            title={t(`start.${words}.title`)}
            body={t(`start.${words}.body`)}
          >
            <Button mt="md" onClick={() => void session.takeOver()} data-testid="use-here">
              {t('start.otherTab.useHere')}
            </Button>
          </EmptyState>
        </main>
      );
    }
    case 'failed':
      return (
        <main className={classes.wait} role="alert">
          <EmptyState
            icon={<IconAlertTriangle size={32} />}
            title={t('start.failed.title')}
            body={t(state.code === 'storage-closed' ? 'start.failed.storage' : 'start.failed.other')}
          >
            <Button mt="md" onClick={() => void session.begin()}>
              {t('start.failed.again')}
            </Button>
          </EmptyState>
        </main>
      );
  }
}
