import { createHash } from 'node:crypto';
import type { OrderBody } from './order-body.ts';

/**
 * What intake remembers of a post, in the hub database, before the order itself is written: the number it was given and
 * a fingerprint of its content. A crash between the two is mended by the store's own retry.
 */
export type IntakeReceipt = {
  readonly type: 'intake';
  /** `intake:<order id>` */
  readonly id: string;
  readonly number: string;
  /** UTC ISO. */
  readonly at: string;
  readonly fingerprint: string;
};

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The id of the order that a post becomes: the same shop, source and key is the same order (docs/wire.md). */
export function intakeOrderId(shop: string, source: string, key: string): string {
  return `o-${sha256(JSON.stringify([shop, source, key])).slice(0, 24)}`;
}

/** The same content gives the same fingerprint: the schema has put the fields in one order and filled in defaults. */
export function fingerprintOf(body: OrderBody): string {
  return sha256(JSON.stringify(body));
}

export const receiptId = (orderId: string): string => `intake:${orderId}`;
