import { Combobox, UnstyledButton, useCombobox } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isStatusLabel } from '../../../domain/label.ts';
import type { OrderView } from '../../../domain/pending.ts';
import { StatusBadge } from '../orders/status-badge.tsx';
import { useChooseStatus } from '../orders/status-change.ts';
import { numberText } from '../orders/number-text.ts';
import { meaningOf, statusOptions } from './status-options.ts';
import classes from './status-select.module.css';

/**
 * Status as a dropdown. It always shows the order's own status, so a question that is cancelled leaves it as it was.
 * While it is open its options stand still, whatever comes from the hub.
 */
export function StatusSelect(props: { view: OrderView; testId: string; onOpen?: (open: boolean) => void }) {
  const { view, testId, onOpen } = props;
  const { t } = useTranslation();
  const choose = useChooseStatus();
  const [held, setHeld] = useState(() => statusOptions(view));
  const combobox = useCombobox({
    onDropdownOpen: () => {
      setHeld(statusOptions(view));
      onOpen?.(true);
      combobox.updateSelectedOptionIndex('active');
    },
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      onOpen?.(false);
    },
  });
  const offered = combobox.dropdownOpened ? held : statusOptions(view);
  const number = numberText(view.order.number);
  const now = t(`status.label.${view.label}`);

  const pick = (value: string) => {
    combobox.closeDropdown();
    if (!isStatusLabel(value)) return;
    const meaning = meaningOf(offered, view, value);
    if (meaning === 'go') choose({ ...view, label: offered.now }, value, 'ok');
    if (meaning === 'moved-on')
      notifications.show({
        id: `moved-${view.order.id}`,
        color: 'orange',
        title: t('backoffice.movedOn', { number }),
        message: t('backoffice.movedOnBody', { status: now }),
      });
  };

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={pick}
      width={230}
      position="bottom-start"
      shadow="md"
      radius="md"
      keepMounted={false}
    >
      <Combobox.Target targetType="button" withExpandedAttribute>
        <UnstyledButton
          className={classes.control}
          aria-label={`${t('backoffice.statusOf', { number })}: ${now}`}
          data-testid={testId}
          data-status={view.label}
          onClick={() => combobox.toggleDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={(event) => {
            // Escape closes the list and nothing behind it.
            if (event.key === 'Escape' && combobox.dropdownOpened) event.stopPropagation();
          }}
        >
          <StatusBadge label={view.label} />
          <IconChevronDown className={classes.arrow} size={18} aria-hidden="true" />
        </UnstyledButton>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options aria-label={t('backoffice.statusOptions', { number })}>
          {[offered.now, ...offered.steps].map((label) => (
            <Combobox.Option
              key={label}
              value={label}
              className={classes.option}
              active={label === offered.now}
              selected={label === offered.now}
              data-step={label}
            >
              <StatusBadge label={label} />
              {label === offered.now && <IconCheck className={classes.check} size={18} aria-hidden="true" />}
            </Combobox.Option>
          ))}
          {offered.steps.length === 0 && <div className={classes.end}>{t('backoffice.atEnd')}</div>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
