import { useStore } from 'zustand';
import { AlarmBanner } from '../alarm/alarm-banner.tsx';
import { useApp } from '../live/app.ts';
import { FactsContext } from '../live/facts.ts';
import { usePerson } from '../live/use-person.ts';
import { useShopFacts } from '../live/use-replica.ts';
import { StatusDialogs } from '../orders/status-dialogs.tsx';
import { Header } from './header.tsx';
import { Navigation } from './navigation.tsx';
import { PersonScreen } from './person-screen.tsx';
import { ScreenBoundary } from './screen-boundary.tsx';
import { SCREEN_LIST } from './screens.tsx';
import { WaitingDrawer } from './waiting-drawer.tsx';
import classes from './app-frame.module.css';

/** What stands on every screen: header, alarm, navigation, queue, dialogs. The screen itself is inside its own boundary. */
export function AppFrame() {
  const facts = useShopFacts();
  if (!facts) return null;
  return (
    <FactsContext value={facts}>
      <Framed />
    </FactsContext>
  );
}

function Framed() {
  const app = useApp();
  const person = usePerson();
  const id = useStore(app.screen, (state) => state.screen);
  const screen = SCREEN_LIST.find((each) => each.id === id);
  return (
    <div className={classes.frame}>
      {person && <Navigation />}
      <div className={classes.body}>
        <Header />
        <div className={classes.screen}>
          <ScreenBoundary key={id}>{person ? screen?.show() : <PersonScreen />}</ScreenBoundary>
        </div>
        <AlarmBanner />
      </div>
      <WaitingDrawer />
      {person && <StatusDialogs />}
    </div>
  );
}
