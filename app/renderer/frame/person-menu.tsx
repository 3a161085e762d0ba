import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../live/app.ts';
import { useFacts } from '../live/facts.ts';
import { usePerson } from '../live/use-person.ts';
import { plainText } from '../ui/plain-text.ts';
import { PersonMark } from './person-mark.tsx';
import classes from './person-menu.module.css';

/** Who is at this register; always in view, two taps to change. */
export function PersonMenu() {
  const { settings } = useApp();
  const { staff } = useFacts();
  const { t } = useTranslation();
  const person = usePerson();
  if (!person) return null;
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <UnstyledButton
          className={classes.target}
          aria-label={t('frame.person.switch', { name: person.name })}
          data-testid="person-menu"
        >
          <PersonMark name={person.name} />
          <span className={classes.name}>{plainText(person.name, 30)}</span>
          <IconChevronDown size={16} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('frame.person.title')}</Menu.Label>
        {staff.map((member) => (
          <Menu.Item
            key={member.id}
            className={classes.item}
            leftSection={<PersonMark name={member.name} />}
            rightSection={member.id === person.id ? <IconCheck size={16} /> : null}
            onClick={() => settings.getState().setPerson(member.id)}
            data-testid={`person-${member.id}`}
          >
            {plainText(member.name, 30)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
