import { Modal, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OrderView } from '../../../domain/pending.ts';
import { stepsFrom } from '../../../domain/steps.ts';
import type { SaveWord } from '../state/dialog-store.ts';
import { StatusBadge } from './status-badge.tsx';
import { useChooseStatus } from './status-change.ts';
import classes from './choose-status.module.css';

/** **Change Status**: exactly the steps the rules allow from the status shown. */
export function ChooseStatus(props: { view: OrderView; saveWord: SaveWord; onClose: () => void }) {
  const { view, saveWord, onClose } = props;
  const { t } = useTranslation();
  const choose = useChooseStatus();
  const steps = stepsFrom(view.order);
  return (
    <Modal opened onClose={onClose} title={t('status.changeOf', { number: view.order.number })}>
      <div className={classes.now}>
        {t('status.now')} <StatusBadge label={view.label} />
      </div>
      {steps.length === 0 && <p>{t('status.noSteps')}</p>}
      <div className={classes.steps}>
        {steps.map((to, index) => (
          <UnstyledButton
            key={to}
            className={classes.step}
            data-testid={`step-${to}`}
            data-autofocus={index === 0 || undefined}
            onClick={() => choose(view, to, saveWord)}
          >
            <StatusBadge label={to} />
            <span className={classes.meaning}>{t(`status.step.${to}`)}</span>
            <IconChevronRight size={18} aria-hidden="true" />
          </UnstyledButton>
        ))}
      </div>
    </Modal>
  );
}
