import { useCallback, useEffect, useState } from 'react';
import { type Catalogue, catalogueSchema } from '../../wire/catalogue.ts';
import { type Answer, askStore } from './ask-store.ts';

/** The catalogue once it is there, null while it is fetched, and a way to fetch it again. */
export function useCatalogue(): { readonly answer: Answer<Catalogue> | null; readonly reload: () => void } {
  const [answer, setAnswer] = useState<Answer<Catalogue> | null>(null);
  const [round, setRound] = useState(0);

  useEffect(() => {
    const giveUp = new AbortController();
    askStore('catalogue', catalogueSchema, { signal: giveUp.signal }).then(setAnswer, () => undefined);
    return () => giveUp.abort();
  }, [round]);

  const reload = useCallback(() => {
    // A catalogue on screen stays while a new one is fetched; only a failure gives way to the skeleton.
    setAnswer((before) => (before?.ok ? before : null));
    setRound((before) => before + 1);
  }, []);

  return { answer, reload };
}
