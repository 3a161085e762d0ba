import { TextInput } from '@mantine/core';
import type { CheckoutShipping } from '../../wire/checkout.ts';
import type { Faults } from './draft.ts';
import { regionsOf } from './regions.ts';

type Props = {
  readonly shipping: CheckoutShipping;
  /** ISO 3166 alpha-2 of the shop: it delivers at home. */
  readonly country: string;
  readonly faults: Faults;
  readonly onChange: (shipping: CheckoutShipping) => void;
};

/** Where to deliver. */
export function ShippingFields({ shipping, country, faults, onChange }: Props) {
  const field = (key: keyof CheckoutShipping) => ({
    size: 'md',
    required: key !== 'address2',
    // Only what may be left out is marked, in words.
    withAsterisk: false,
    value: shipping[key],
    error: faults[`shipping.${key}`],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...shipping, [key]: event.currentTarget.value }),
    'data-testid': `ship-${key}`,
  });
  return (
    <fieldset className="step">
      <legend>Shipping address</legend>
      <div className="fields">
        <TextInput {...field('address1')} label="Street and number" autoComplete="address-line1" className="wide" />
        <TextInput
          {...field('address2')}
          label="Unit, floor, building (optional)"
          autoComplete="address-line2"
          className="wide"
        />
        <TextInput {...field('postcode')} label="Postcode" inputMode="text" autoComplete="postal-code" />
        <TextInput {...field('city')} label="Town or city" autoComplete="address-level2" />
        <TextInput
          {...field('region')}
          label="State"
          autoComplete="address-level1"
          list="store-regions"
          className="wide"
        />
        <datalist id="store-regions">
          {regionsOf(country).map((region) => (
            <option key={region} value={region} />
          ))}
        </datalist>
      </div>
    </fieldset>
  );
}
