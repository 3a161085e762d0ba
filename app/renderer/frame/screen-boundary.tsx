import { Button, Group } from '@mantine/core';
import { IconMoodSad } from '@tabler/icons-react';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useWaiting } from '../live/use-replica.ts';
import { EmptyState } from '../ui/empty-state.tsx';

type Props = { readonly children: ReactNode };

/** Catches the fault of one screen, so that header, alarm and queue around it go on. Give it a key per screen. */
export class ScreenBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return <Stopped onAgain={() => this.setState({ failed: false })} />;
  }
}

function Stopped(props: { onAgain: () => void }) {
  const { t } = useTranslation();
  const count = useWaiting().length;
  const waits = count === 0 ? t('frame.crash.waiting_zero') : t('frame.crash.waiting', { count });
  return (
    <div role="alert" data-testid="screen-stopped">
      <EmptyState
        icon={<IconMoodSad size={32} />}
        title={t('frame.crash.title')}
        body={`${t('frame.crash.body')} ${waits}`}
      >
        <Group mt="md">
          <Button variant="default" onClick={props.onAgain}>
            {t('frame.crash.again')}
          </Button>
          <Button onClick={() => window.location.reload()}>{t('frame.crash.reload')}</Button>
        </Group>
      </EmptyState>
    </div>
  );
}
