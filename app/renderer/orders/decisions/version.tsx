import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFacts } from '../../live/facts.ts';
import { Untrusted } from '../../ui/untrusted.tsx';
import { addressLines } from '../address-lines.ts';
import { useOrderWords } from '../use-words.ts';
import type { VersionWords } from './version-words.ts';
import classes from './decision-card.module.css';

/** One version: what was done, by whom, where and when, and what a tap on it will do. */
export function Version(props: { title: string; words: VersionWords; children: ReactNode; testId: string }) {
  const { words } = props;
  const { t } = useTranslation();
  const times = useOrderWords();
  const locale = useFacts().profile?.locale ?? 'en';
  return (
    <div className={classes.version} data-testid={props.testId}>
      <div className={classes.soft}>{props.title}</div>
      <strong className={classes.what}>{words.what}</strong>
      {words.by && <div>{words.by}</div>}
      {words.at && <div className={classes.soft}>{times.full(words.at)}</div>}
      {words.parcel && (
        <div>
          <Untrusted text={words.parcel.courier} /> · {t('orders.detail.trackingId')}{' '}
          <strong>
            <Untrusted text={words.parcel.trackingId} limit={200} />
          </strong>
        </div>
      )}
      {words.address && (
        <div>
          {addressLines(words.address, locale).map((line, index) => (
            <div key={index}>
              <Untrusted text={line} limit={200} />
            </div>
          ))}
        </div>
      )}
      <div className={classes.effect}>{words.effect}</div>
      {props.children}
    </div>
  );
}
