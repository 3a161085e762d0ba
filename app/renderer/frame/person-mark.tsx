import { plainText } from '../ui/plain-text.ts';
import classes from './person-mark.module.css';

/** A person's first letter in a circle; decoration beside the name. */
export function PersonMark(props: { name: string }) {
  const [first = '?'] = plainText(props.name.trim(), 8);
  return (
    <span className={classes.mark} aria-hidden="true">
      {first.toUpperCase()}
    </span>
  );
}
