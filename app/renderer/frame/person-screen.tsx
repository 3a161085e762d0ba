import { Loader, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useApp } from '../live/app.ts';
import { useFacts } from '../live/facts.ts';
import { useConnection } from '../live/use-replica.ts';
import { plainText } from '../ui/plain-text.ts';
import { PersonMark } from './person-mark.tsx';
import classes from './person-screen.module.css';

/** "Who is at this register?" Picked from the shop's staff; before the first sync there is nobody to pick. */
export function PersonScreen() {
  const { settings } = useApp();
  const { staff } = useFacts();
  const { t } = useTranslation();
  const { state } = useConnection();
  if (staff.length === 0) {
    const away = state === 'offline' || state === 'trouble' || state === 'unpaired';
    return (
      <main className={classes.screen}>
        <Loader />
        <p className={classes.body}>{away ? t('frame.person.waitingOffline') : t('frame.person.waiting')}</p>
      </main>
    );
  }
  return (
    <main className={classes.screen}>
      <h1 className={classes.title}>{t('frame.person.title')}</h1>
      <p className={classes.body}>{t('frame.person.body')}</p>
      <div className={classes.people}>
        {staff.map((member) => (
          <UnstyledButton
            key={member.id}
            className={classes.person}
            onClick={() => settings.getState().setPerson(member.id)}
            data-testid={`person-${member.id}`}
          >
            <PersonMark name={member.name} />
            <span>
              <span className={classes.name}>{plainText(member.name, 40)}</span>
              <span className={classes.role}>{t(`frame.person.${member.role}`)}</span>
            </span>
          </UnstyledButton>
        ))}
      </div>
    </main>
  );
}
