import type { ShippingAddress } from '../../../domain/shipping-address.ts';
import { countryText } from './country-text.ts';

/** An address as it stands on a label, line by line, without empty lines. */
export function addressLines(address: ShippingAddress, locale: string): readonly string[] {
  const place = [address.postcode, address.city].filter((part) => part.trim()).join(' ');
  return [
    address.name,
    address.address1,
    address.address2,
    place,
    address.region,
    countryText(address.country, locale),
  ].filter((line) => line.trim());
}
