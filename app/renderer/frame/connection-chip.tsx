import { Button, Popover } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useApp } from '../live/app.ts';
import { useNow } from '../live/use-now.ts';
import { useConnection, useStored, useWaiting } from '../live/use-replica.ts';
import { connectionWords, reasonWords, storedWords } from './connection-words.ts';
import { countWaiting } from './waiting-words.ts';
import classes from './connection-chip.module.css';

/** The honest state of the line, always in view; a tap shows the reason and connects at once. */
export function ConnectionChip() {
  const app = useApp();
  const { t } = useTranslation();
  const connection = useConnection();
  const words = connectionWords(connection, countWaiting(useWaiting()), useNow(1_000), t);
  const stored = useStored();
  const copy = stored === undefined ? '' : storedWords(stored, connection, t);
  const unwell = connection.state === 'offline' || connection.state === 'unpaired' || connection.state === 'trouble';
  return (
    <Popover width={320} position="bottom-start" shadow="md">
      <Popover.Target>
        <button
          type="button"
          className={classes.chip}
          data-tone={words.tone}
          data-state={connection.state}
          data-testid="connection"
          title={[words.title, words.seen, copy].filter(Boolean).join(', ')}
        >
          <span className={classes.dot} aria-hidden="true" />
          <span className={classes.words}>
            <span className={classes.title} role="status">
              {words.title}
            </span>
            <span className={classes.seen} data-late={words.late}>
              {connection.toCome && copy ? copy : words.seen}
            </span>
          </span>
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <strong>{words.title}</strong>
        {copy && (
          <p className={classes.why} data-testid="stored">
            {copy}
          </p>
        )}
        <p className={classes.why}>
          {unwell && connection.reason ? reasonWords(connection.reason, t) : words.seen}
          {words.late && ` ${t('connection.late')}`}
          {connection.rebuilding ? ` ${t(`connection.rebuilding.${connection.rebuilding}`)}` : ''}
          {connection.skipped ? ` ${t('connection.skipped', { count: connection.skipped })}` : ''}
        </p>
        {connection.state === 'unpaired' ? (
          <Button fullWidth onClick={app.pairAgain}>
            {t('connection.pairAgain')}
          </Button>
        ) : (
          <Button fullWidth variant="light" onClick={() => app.replica.reconnect()}>
            {t('connection.reconnect')}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
