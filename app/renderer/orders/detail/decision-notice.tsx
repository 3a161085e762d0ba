import { Alert } from '@mantine/core';
import { IconAlertTriangleFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OpenDecision } from '../../../../domain/history.ts';
import type { Order } from '../../../../domain/order.ts';
import { isolated } from '../../ui/plain-text.ts';

/** Two people contradicted each other: says what each wanted, so that a person can decide. */
export function DecisionNotice(props: { order: Order }) {
  const { t } = useTranslation();
  const { decisions } = props.order;
  if (decisions.length === 0) return null;
  return (
    <Alert
      color="red"
      icon={<IconAlertTriangleFilled size={20} />}
      title={t('orders.detail.decision')}
      data-testid="decision"
    >
      {decisions.map((decision) => (
        <Contradiction key={decision.change.id} decision={decision} />
      ))}
    </Alert>
  );
}

function Contradiction(props: { decision: OpenDecision }) {
  const { t } = useTranslation();
  const { change, met, code } = props.decision;
  const name = isolated(change.staff.name);
  const parcel = change.kind === 'change-status' ? change.parcel : change.kind === 'correct-tracking' ? change : null;
  return (
    <div>
      {change.kind === 'change-status' && (
        <div>
          {t('orders.detail.decisionMet', {
            name,
            status: t(`status.label.${change.to}`),
            met: t(`status.label.${met}`),
          })}
        </div>
      )}
      {parcel && (
        <div>
          {t('orders.detail.decisionParcel', {
            name,
            courier: isolated(parcel.courier),
            trackingId: isolated(parcel.trackingId),
          })}
        </div>
      )}
      <div>{t(`verdict.${code}`)}</div>
    </div>
  );
}
