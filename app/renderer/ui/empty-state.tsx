import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

/** What stands where a list would be: why it is empty, and what to do about it. */
export function EmptyState(props: { icon: ReactNode; title: string; body?: string; children?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <div className={classes.icon} aria-hidden="true">
        {props.icon}
      </div>
      <div className={classes.title}>{props.title}</div>
      {props.body && <div className={classes.body}>{props.body}</div>}
      {props.children}
    </div>
  );
}
