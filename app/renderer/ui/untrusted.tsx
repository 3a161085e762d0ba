import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { plainText } from './plain-text.ts';
import classes from './untrusted.module.css';

/** The most that is ever put on screen of one text, so that a giant one cannot freeze the page. */
const MOST = 20_000;

/** One line of text that somebody outside the shop wrote. */
export function Untrusted(props: { text: string; limit?: number }) {
  return <bdi>{plainText(props.text, props.limit ?? 120)}</bdi>;
}

/** A longer text from outside: clipped, with *Show all*; line breaks are kept. */
export function UntrustedBlock(props: { text: string; limit?: number }) {
  const { t } = useTranslation();
  const [whole, setWhole] = useState(false);
  const limit = props.limit ?? 600;
  const clipped = props.text.length > limit;
  return (
    <div className={classes.block}>
      <bdi>{plainText(props.text, whole ? MOST : limit)}</bdi>
      {clipped && !whole && (
        <button type="button" className={classes.more} onClick={() => setWhole(true)}>
          {t('common.showAll')}
        </button>
      )}
    </div>
  );
}
