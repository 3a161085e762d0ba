import { trackingLink } from '../../domain/courier.ts';
import type { Courier } from '../../domain/courier.ts';
import type { MessageKind } from '../../domain/message-state.ts';
import type { Order, Parcel } from '../../domain/order.ts';
import type { ShopProfile } from '../../domain/shop.ts';

/** What a message says, before it is laid out as text or HTML. All of it is plain text. */
export type MessageText = {
  readonly subject: string;
  readonly heading: string;
  readonly greeting: string;
  readonly opening: string;
  /** "Courier", "Tracking ID", … with their values. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly link: string | null;
  readonly itemsTitle: string;
  readonly items: readonly { readonly name: string; readonly quantity: number }[];
  readonly closing: string;
};

/** The shop as a message names it. */
export type MessageShop = Pick<ShopProfile, 'name' | 'email' | 'phone' | 'address'>;

/** What to tell a customer. `parcel` is the one the message is about; null for a message about the whole order. */
export function messageText(
  kind: MessageKind,
  order: Order,
  parcel: Parcel | null,
  shop: MessageShop,
  couriers: readonly Courier[],
): MessageText {
  const about = { ...common(order, shop), items: itemsOf(order, parcel) };
  if (kind === 'ready-for-pickup')
    return {
      ...about,
      subject: `Your order ${order.number} is ready for pickup`,
      heading: 'Ready for pickup',
      opening: `Your order ${order.number} is packed and waits for you at ${shop.name}. Please bring your order number.`,
      facts: [
        { label: 'Order number', value: order.number },
        ...(shop.address ? [{ label: 'Pickup at', value: shop.address }] : []),
      ],
      link: null,
      itemsTitle: 'In your order',
    };
  const corrected = kind === 'tracking-corrected';
  return {
    ...about,
    subject: corrected
      ? `New tracking details for your order ${order.number}`
      : `Your order ${order.number} has been shipped`,
    heading: corrected ? 'New tracking details' : 'On its way',
    opening: corrected
      ? `The tracking details of your order ${order.number} have changed. Please use these from now on.`
      : `Your order ${order.number} has left our shop.`,
    facts: [
      { label: 'Order number', value: order.number },
      { label: 'Courier', value: parcel?.courier ?? '' },
      { label: 'Tracking ID', value: parcel?.trackingId ?? '' },
    ],
    link: parcel && trackingLink(couriers, parcel.courier, parcel.trackingId),
    itemsTitle: 'In this parcel',
  };
}

function common(order: Order, shop: MessageShop): Pick<MessageText, 'greeting' | 'closing'> {
  const reach = [shop.email, shop.phone].filter(Boolean).join(' or ');
  return {
    greeting: `Hello ${order.contact.name || 'there'},`,
    closing: reach ? `Questions? Reach ${shop.name} at ${reach}.` : `Thank you for buying at ${shop.name}.`,
  };
}

function itemsOf(order: Order, parcel: Parcel | null): MessageText['items'] {
  const named = new Map(
    order.lines.map((line) => [line.id, [line.name, ...line.options.map((option) => option.value)].join(', ')]),
  );
  const lines = parcel ? parcel.lines : order.lines.map((line) => ({ line: line.id, quantity: line.quantity }));
  return lines.map(({ line, quantity }) => ({ name: named.get(line) ?? line, quantity }));
}
