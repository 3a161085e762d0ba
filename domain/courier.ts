/** A courier the shop uses. `trackingUrl` holds `{id}` where the tracking ID goes; empty when unknown. */
export type Courier = { readonly name: string; readonly trackingUrl: string };

/**
 * The link a customer follows, or null when the shop knows no pattern for this courier. The courier is matched by
 * name without regard to case; the ID is URL-encoded, so that an odd one cannot change the host.
 */
export function trackingLink(couriers: readonly Courier[], name: string, trackingId: string): string | null {
  const wanted = name.trim().toLowerCase();
  const courier = couriers.find((each) => each.name.toLowerCase() === wanted);
  if (!courier?.trackingUrl.startsWith('https://')) return null;
  return courier.trackingUrl.replace('{id}', encodeURIComponent(trackingId));
}
