import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFacts } from '../live/facts.ts';
import { moveBetweenOptions } from '../ui/move-between-options.ts';
import { plainText } from '../ui/plain-text.ts';
import classes from './courier-field.module.css';
import { matchingCouriers } from './matching-couriers.ts';
import { LONGEST_PARCEL_TEXT, VERBATIM } from './verbatim.ts';

/** **Courier**: the shop's list to tap, narrowed by typing; any other name may be typed. */
export function CourierField(props: {
  value: string;
  error: string | undefined;
  onType: (courier: string) => void;
  onPick: (courier: string) => void;
}) {
  const { value } = props;
  const { t } = useTranslation();
  const { couriers } = useFacts();
  const names = matchingCouriers(
    couriers.map((courier) => courier.name),
    value,
  );
  const picked = names.find((name) => name.toLowerCase() === value.trim().toLowerCase());
  return (
    <>
      <TextInput
        {...VERBATIM}
        label={t('status.ship.courier')}
        description={t('status.ship.courierHelp')}
        value={value}
        onChange={(event) => props.onType(event.currentTarget.value)}
        error={props.error}
        maxLength={LONGEST_PARCEL_TEXT}
        withAsterisk
        data-autofocus
        data-testid="ship-courier"
      />
      <div
        role="listbox"
        aria-label={t('status.ship.couriers')}
        className={classes.names}
        onKeyDown={moveBetweenOptions}
      >
        {names.map((name, index) => (
          <button
            key={name}
            type="button"
            role="option"
            aria-selected={name === picked}
            tabIndex={name === picked || (!picked && index === 0) ? 0 : -1}
            className={classes.name}
            onClick={() => props.onPick(name)}
            data-testid={`courier-${name}`}
          >
            {plainText(name, 40)}
          </button>
        ))}
      </div>
    </>
  );
}
