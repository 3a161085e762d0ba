import type { ReactNode } from 'react';
import classes from './card.module.css';

/** One part of an order, with its heading. */
export function Card(props: { title: string; side?: ReactNode; children: ReactNode; testId?: string }) {
  return (
    <section className={classes.card} data-testid={props.testId} aria-label={props.title}>
      <div className={classes.head}>
        <h3 className={classes.title}>{props.title}</h3>
        {props.side}
      </div>
      {props.children}
    </section>
  );
}

/** A named fact; the value may be anything. */
export function Fact(props: { name: string; children: ReactNode; side?: ReactNode }) {
  return (
    <div className={classes.fact}>
      <div className={classes.value}>
        <div className={classes.name}>{props.name}</div>
        {props.children}
      </div>
      {props.side}
    </div>
  );
}
