import { useTranslation } from 'react-i18next';
import type { StatusLabel } from '../../../domain/label.ts';
import { STATUS_LOOK } from './status-look.tsx';
import classes from './status-badge.module.css';

/** A status as icon, word and colour. */
export function StatusBadge(props: { label: StatusLabel; testId?: string }) {
  const { t } = useTranslation();
  const { tone, icon: Icon } = STATUS_LOOK[props.label];
  return (
    <span className={classes.badge} data-tone={tone} data-testid={props.testId} data-status={props.label}>
      <Icon size={16} stroke={2} aria-hidden="true" />
      {t(`status.label.${props.label}`)}
    </span>
  );
}
