import { useTranslation } from 'react-i18next';
import type { StatusLabel } from '../../../domain/label.ts';
import { Pill } from '../ui/pill.tsx';
import { STATUS_LOOK } from './status-look.ts';

/** A status as icon, word and colour. */
export function StatusBadge(props: { label: StatusLabel; testId?: string }) {
  const { t } = useTranslation();
  const { tone, icon: Icon } = STATUS_LOOK[props.label];
  return (
    <Pill tone={tone} status={props.label} {...(props.testId ? { testId: props.testId } : {})}>
      <Icon size={16} stroke={2} aria-hidden="true" />
      {t(`status.label.${props.label}`)}
    </Pill>
  );
}
