import { Alert, Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PairFault } from '../../contract/identity.ts';
import type { Session } from './session.ts';
import classes from './pairing-screen.module.css';

const LONGEST_NAME = 40;

/** First start of a device: name it. The pairing code is asked for only where the server wants one. */
export function PairingScreen(props: { session: Session }) {
  const { t } = useTranslation();
  const [name, setName] = useState(() => t('start.pair.suggestion', { number: 1 }));
  const [code, setCode] = useState('');
  const [asksCode, setAsksCode] = useState(false);
  const [fault, setFault] = useState<PairFault | null>(null);
  const [busy, setBusy] = useState(false);

  const save = async () => {
    if (!name.trim()) return setFault('name-missing');
    setBusy(true);
    const answer = await props.session.pair({ name: name.trim(), code: code.trim() });
    setBusy(false);
    const firstAsked = answer === 'code-wrong' && !asksCode;
    if (answer === 'code-wrong') setAsksCode(true);
    setFault(firstAsked ? null : answer);
  };

  return (
    <main className={classes.screen}>
      <form
        className={classes.card}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void save();
        }}
      >
        <img src="./icon.svg" alt="" width={56} height={56} />
        <h1 className={classes.title}>{t('start.pair.title')}</h1>
        <p className={classes.body}>{t('start.pair.body')}</p>
        <TextInput
          label={t('start.pair.name')}
          value={name}
          maxLength={LONGEST_NAME}
          autoComplete="off"
          onChange={(event) => setName(event.currentTarget.value)}
          onFocus={(event) => event.currentTarget.select()}
          autoFocus
          data-testid="pair-name"
        />
        {asksCode && (
          <TextInput
            mt="md"
            label={t('start.pair.code')}
            description={t('start.pair.codeHelp')}
            value={code}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => setCode(event.currentTarget.value)}
            autoFocus
            data-testid="pair-code"
          />
        )}
        {fault && (
          <Alert color="red" mt="md" role="alert" data-testid="pair-fault">
            {t(`start.pairFault.${fault}`)}
          </Alert>
        )}
        <Button type="submit" fullWidth mt="lg" size="lg" loading={busy} data-testid="pair-save">
          {t('start.pair.save')}
        </Button>
      </form>
    </main>
  );
}
