import { ActionIcon, Indicator, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconCloudUp, IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../live/app.ts';
import { useFacts } from '../live/facts.ts';
import { useWaiting } from '../live/use-replica.ts';
import { plainText } from '../ui/plain-text.ts';
import { ConnectionChip } from './connection-chip.tsx';
import { PersonMenu } from './person-menu.tsx';
import classes from './header.module.css';

/** Which shop and register this is, the state of the line, what waits, and who is here. */
export function Header() {
  const { identity } = useApp();
  const { profile } = useFacts();
  return (
    <header className={classes.header}>
      <div className={classes.names}>
        <span className={classes.shop}>{plainText(profile?.name ?? 'Shopbell', 60)}</span>
        <span className={classes.register}>{plainText(identity.register.name, 40)}</span>
      </div>
      <ConnectionChip />
      <div className={classes.tools}>
        <WaitingButton />
        <SchemeButton />
        <PersonMenu />
      </div>
    </header>
  );
}

function WaitingButton() {
  const { screen } = useApp();
  const { t } = useTranslation();
  const waiting = useWaiting();
  const refused = waiting.some((each) => each.state === 'refused');
  const count = waiting.length;
  const name = count === 0 ? t('waiting.open_zero') : t('waiting.open', { count });
  return (
    <Indicator label={count} size={20} offset={9} color={refused ? 'red.8' : 'yellow.9'} disabled={count === 0}>
      <ActionIcon
        aria-label={name}
        title={name}
        data-count={count}
        data-testid="waiting-open"
        onClick={() => screen.getState().showWaiting(true)}
      >
        <IconCloudUp size={22} />
      </ActionIcon>
    </Indicator>
  );
}

function SchemeButton() {
  const { t } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  const name = dark ? t('frame.theme.toLight') : t('frame.theme.toDark');
  return (
    <ActionIcon aria-label={name} title={name} onClick={() => setColorScheme(dark ? 'light' : 'dark')}>
      {dark ? <IconSun size={22} /> : <IconMoon size={22} />}
    </ActionIcon>
  );
}
