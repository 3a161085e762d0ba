import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../live/use-act.ts';
import classes from './note-form.module.css';

const LONGEST = 1_000;

/** An internal note; the customer never sees it. */
export function NoteForm(props: { orderId: string }) {
  const { t } = useTranslation();
  const act = useAct();
  const [text, setText] = useState('');
  const add = async () => {
    const note = text.trim();
    if (note && (await act({ kind: 'add-note', orderId: props.orderId, text: note }))) setText('');
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextInput
        className={classes.text}
        aria-label={t('orders.notes.label')}
        placeholder={t('orders.notes.placeholder')}
        value={text}
        maxLength={LONGEST}
        autoComplete="off"
        onChange={(event) => setText(event.currentTarget.value)}
        data-testid="note-text"
      />
      <Button type="submit" variant="default" disabled={!text.trim()} data-testid="note-add">
        {t('orders.notes.add')}
      </Button>
    </form>
  );
}
