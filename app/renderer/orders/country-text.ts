/** A country's name in the shop's language for an ISO code ("MY"); anything else as it came. */
export function countryText(country: string, locale: string): string {
  if (!/^[A-Za-z]{2}$/.test(country)) return country;
  try {
    return new Intl.DisplayNames(locale, { type: 'region' }).of(country.toUpperCase()) ?? country;
  } catch {
    return country;
  }
}
