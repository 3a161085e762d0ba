import { standingAct } from '../../../../domain/decision.ts';
import { type ActEntry, isAct, type OpenDecision } from '../../../../domain/history.ts';
import { labelOf } from '../../../../domain/label.ts';
import { messagesEarned } from '../../../../domain/message.ts';
import type { Order } from '../../../../domain/order.ts';
import { forced } from '../../../../domain/settle-decision.ts';
import type { ShippingAddress } from '../../../../domain/shipping-address.ts';
import type { Say } from '../../i18n/open-words.ts';
import { isolated, plainText } from '../../ui/plain-text.ts';

/** One of two contradicting versions as a person reads it. */
export type VersionWords = {
  /** "Shipped by Aina". */
  readonly name: string;
  readonly what: string;
  /** Who, at which register; empty where no person at a register did it. */
  readonly by: string;
  /** UTC ISO; empty where no person did it. */
  readonly at: string;
  /** Courier and tracking ID, when this version has them. */
  readonly parcel: { readonly courier: string; readonly trackingId: string } | null;
  readonly address: ShippingAddress | null;
  /** What one tap on it will do, and whether the customer is told. */
  readonly effect: string;
};

/** The two versions of a contradiction, and the act that stood on screen (`Decide.seen`). */
export type Versions = { readonly standing: VersionWords; readonly other: VersionWords; readonly seen: string };

/** The words for both versions. */
export function versionsOf(order: Order, open: OpenDecision, t: Say): Versions {
  const standing = standingAct(order, open);
  const other = order.history.find((entry): entry is ActEntry => isAct(entry) && entry.id === open.change.id) ?? null;
  const status = t(`status.label.${labelOf(order)}`);
  return {
    standing: { ...actWords(standing, status, t), effect: t('decisions.keeps', { status }) },
    other: { ...actWords(other, status, t), effect: effectWords(order, open, t) },
    seen: standing?.id ?? '',
  };
}

function actWords(act: ActEntry | null, status: string, t: Say): Omit<VersionWords, 'effect'> {
  if (!act) return { name: status, what: status, by: '', at: '', parcel: null, address: null };
  const what = whatOf(act, status, t);
  const staff = isolated(act.staff.name, 40);
  const hasParcel = act.courier !== undefined && act.trackingId !== undefined;
  return {
    name: t('decisions.name', { what, name: staff }),
    what,
    by: t('decisions.by', { name: staff, register: isolated(act.register.name, 40) }),
    at: act.at,
    parcel: hasParcel ? { courier: plainText(act.courier ?? ''), trackingId: plainText(act.trackingId ?? '') } : null,
    address: act.address ?? null,
  };
}

function whatOf(act: ActEntry, status: string, t: Say): string {
  if (act.what === 'correct-tracking') return t('decisions.what.tracking');
  if (act.what === 'correct-address') return t('decisions.what.address');
  return act.to ? t(`status.label.${act.to}`) : status;
}

function effectWords(order: Order, open: OpenDecision, t: Say): string {
  const after = forced(order, open);
  const [from, to] = [labelOf(order), labelOf(after)];
  const before = new Set(messagesEarned(order).map(({ key }) => key));
  const told = messagesEarned(after).find(({ key }) => !before.has(key));
  return [
    from === to ? '' : t('decisions.becomes', { status: t(`status.label.${to}`) }),
    after.parcels === order.parcels || from !== to ? '' : t('decisions.parcel'),
    after.shipping === order.shipping ? '' : t('decisions.address'),
    order.payment.status === 'refunded' && after.payment.status === 'paid' ? t('decisions.refundBack') : '',
    told ? t(`decisions.tells.${told.kind}`) : t(to === 'cancelled' ? 'decisions.speak' : 'decisions.silent'),
  ]
    .filter(Boolean)
    .join(' ');
}
