import { IconAlertTriangleFilled, IconBellRingingFilled, IconCloudUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { rings } from '../../../domain/alarm.ts';
import type { OrderView } from '../../../domain/pending.ts';
import classes from './order-marks.module.css';

/** What a person must know of an order at a glance: it rings, it needs a decision, something of it still waits here. */
export function OrderMarks(props: { view: OrderView }) {
  const { t } = useTranslation();
  const { view } = props;
  return (
    <span className={classes.marks}>
      {rings(view.order) && (
        <span className={classes.rings} role="img" aria-label={t('orders.mark.rings')} title={t('orders.mark.rings')}>
          <IconBellRingingFilled size={18} />
        </span>
      )}
      {view.needsDecision && (
        <span
          className={classes.decision}
          role="img"
          aria-label={t('orders.mark.decision')}
          title={t('orders.mark.decision')}
        >
          <IconAlertTriangleFilled size={18} />
        </span>
      )}
      {view.pending.length > 0 && (
        <span
          className={classes.waiting}
          role="img"
          aria-label={t('orders.mark.waiting')}
          title={t('orders.mark.waiting')}
          data-testid="waiting-mark"
        >
          <IconCloudUp size={18} stroke={2.2} />
        </span>
      )}
    </span>
  );
}
