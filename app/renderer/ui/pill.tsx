import type { ReactNode } from 'react';
import classes from './pill.module.css';

/** The colour family of a state: names of the tokens `--sb-<tone>` and `--sb-<tone>-ground`. */
export type Tone = 'wait' | 'info' | 'work' | 'way' | 'good' | 'mute' | 'bad';

/** A state as a small coloured word, with or without an icon before it. */
export function Pill(props: { tone: Tone; children: ReactNode; testId?: string; status?: string }) {
  return (
    <span className={classes.pill} data-tone={props.tone} data-testid={props.testId} data-status={props.status}>
      {props.children}
    </span>
  );
}
