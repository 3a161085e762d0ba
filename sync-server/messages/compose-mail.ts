import { createHash } from 'node:crypto';
import type { Courier } from '../../domain/courier.ts';
import type { MessageKind } from '../../domain/message-state.ts';
import type { Order, Parcel } from '../../domain/order.ts';
import type { Mail } from './mailer.ts';
import { htmlLayout, plainLayout } from './message-layout.ts';
import { type MessageShop, messageText } from './message-text.ts';

/** Who mails come from: a fixed setting or the shop's own address. */
export type Sender = Mail['from'];

/** The sender that `SHOPBELL_MAIL_FROM` names, or the shop; an address nobody can answer to when it has none. */
export function senderOf(setting: string | null, shop: MessageShop): Sender {
  const found = /^(?:([^<>]+) <)?([^<>\s]+@[^<>\s]+?)>?$/.exec(setting ?? '');
  if (found?.[2]) return { name: found[1] ?? shop.name, address: found[2] };
  return { name: shop.name, address: shop.email || 'no-reply@shopbell.invalid' };
}

/**
 * The mail for a message, `key` its identity. The Message-ID is made of the key alone, so that a mail which did go out twice
 * against all promises can be told as one by the mail programs on its way.
 * @param date UTC ISO.
 */
export function composeMail(
  about: { readonly key: string; readonly kind: MessageKind; readonly order: Order; readonly parcel: Parcel | null },
  shop: MessageShop,
  couriers: readonly Courier[],
  from: Sender,
  date: string,
): Mail {
  const { key, kind, order, parcel } = about;
  const message = messageText(kind, order, parcel, shop, couriers);
  return {
    key,
    messageId: `<${createHash('sha256').update(`${order.shop} ${key}`).digest('hex').slice(0, 40)}@${from.address.split('@')[1]}>`,
    from,
    to: { name: order.contact.name, address: order.contact.email },
    subject: message.subject,
    text: plainLayout(message, shop.name),
    html: htmlLayout(message, shop.name),
    date,
  };
}
