import { TextInput } from '@mantine/core';
import type { CheckoutContact } from '../../wire/checkout.ts';
import type { Faults } from './draft.ts';

type Props = {
  readonly contact: CheckoutContact;
  readonly faults: Faults;
  readonly onChange: (contact: CheckoutContact) => void;
};

/** Who is told when the order is on its way. */
export function ContactFields({ contact, faults, onChange }: Props) {
  const field = (key: keyof CheckoutContact) => ({
    size: 'md',
    required: true,
    // Only what may be left out is marked, in words.
    withAsterisk: false,
    value: contact[key],
    error: faults[`contact.${key}`],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...contact, [key]: event.currentTarget.value }),
    'data-testid': `contact-${key}`,
  });
  return (
    <fieldset className="step">
      <legend>Contact details</legend>
      <div className="fields">
        <TextInput {...field('name')} label="Name" autoComplete="name" className="wide" />
        <TextInput {...field('email')} label="E-mail" type="email" inputMode="email" autoComplete="email" />
        <TextInput {...field('phone')} label="Phone" type="tel" inputMode="tel" autoComplete="tel" />
      </div>
    </fieldset>
  );
}
