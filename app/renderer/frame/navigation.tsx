import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { type App, useApp } from '../live/app.ts';
import { useDecisions, useNewOrders } from '../live/use-replica.ts';
import { SCREEN_LIST, type Screen } from './screens.tsx';
import classes from './navigation.module.css';

/** The way between screens: a rail with icons and words, wide where there is room. */
export function Navigation() {
  const { t } = useTranslation();
  return (
    <nav className={classes.nav} aria-label={t('frame.nav.label')}>
      <img className={classes.mark} src="./icon.svg" alt="" width={36} height={36} />
      {(['register', 'backoffice'] as const).map((section) => (
        <div key={section} className={classes.section}>
          <div className={classes.heading}>{t(`frame.nav.${section}`)}</div>
          {SCREEN_LIST.filter((screen) => screen.section === section).map((screen) => (
            <NavigationItem key={screen.id} screen={screen} />
          ))}
        </div>
      ))}
    </nav>
  );
}

function NavigationItem(props: { screen: Screen }) {
  const { id, name, icon: Icon } = props.screen;
  const app = useApp();
  const { t } = useTranslation();
  const here = useStore(app.screen, (state) => state.screen === id);
  return (
    <UnstyledButton
      className={classes.item}
      aria-current={here ? 'page' : undefined}
      onClick={() => (here ? backToList(app) : app.screen.getState().go(id))}
      data-testid={`nav-${id}`}
    >
      <Icon size={22} stroke={1.8} aria-hidden="true" />
      <span className={classes.word}>{t(`frame.nav.${name}`)}</span>
      {id === 'transactions' && <NewOrdersBadge />}
      {name === 'decisions' && <DecisionsBadge />}
    </UnstyledButton>
  );
}

/** A tap on the screen one is already on leaves the open order for the list, where an order covers it. */
function backToList({ screen, backOffice }: App): void {
  const { tab, setList } = screen.getState();
  if (screen.getState().screen === 'order-management') backOffice.getState().setList({ selected: null });
  else setList(tab, { selected: null });
}

function DecisionsBadge() {
  const { t } = useTranslation();
  const count = useDecisions()?.filter((view) => view.needsDecision).length ?? 0;
  if (count === 0) return null;
  return (
    <span className={classes.badge} data-testid="decisions-badge" title={t('decisions.count', { count })}>
      {count > 99 ? '99+' : count}
    </span>
  );
}

function NewOrdersBadge() {
  const { t } = useTranslation();
  const count = useNewOrders();
  if (count === 0) return null;
  return (
    <span className={classes.badge} data-testid="new-orders-badge" title={t('frame.newOrders', { count })}>
      {count > 99 ? '99+' : count}
    </span>
  );
}
