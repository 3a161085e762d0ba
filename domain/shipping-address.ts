/** **Shipping Details**. Untrusted text: show as text only. Empty strings where the store gave nothing. */
export type ShippingAddress = {
  readonly name: string;
  readonly phone: string;
  readonly address1: string;
  readonly address2: string;
  readonly city: string;
  readonly postcode: string;
  readonly region: string;
  readonly country: string;
};

/** The fields of an address, in the order they are asked for. */
export const ADDRESS_FIELDS = [
  'name',
  'phone',
  'address1',
  'address2',
  'city',
  'postcode',
  'region',
  'country',
] as const satisfies readonly (keyof ShippingAddress)[];

/** Only the fields of an address, spaces at their ends removed. */
export function trimmedAddress(address: ShippingAddress): ShippingAddress {
  const { name, phone, address1, address2, city, postcode, region, country } = address;
  return {
    name: name.trim(),
    phone: phone.trim(),
    address1: address1.trim(),
    address2: address2.trim(),
    city: city.trim(),
    postcode: postcode.trim(),
    region: region.trim(),
    country: country.trim(),
  };
}

/** True when both name the same place and person; spaces at the ends of a field do not count. */
export function sameAddress(one: ShippingAddress | null, other: ShippingAddress | null): boolean {
  if (one === null || other === null) return one === other;
  return ADDRESS_FIELDS.every((field) => one[field].trim() === other[field].trim());
}

/** True when a courier could find it: somebody's name and a first line. */
export function isDeliverable(address: ShippingAddress): boolean {
  return address.name.trim() !== '' && address.address1.trim() !== '';
}
