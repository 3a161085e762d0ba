/** What the hub makes of a change, exactly once. */
export type VerdictOutcome = 'applied' | 'refused' | 'needs-decision';

/** Codes first, sentences second: the screens hold the sentences (i18n), the hub holds these. */
export const VERDICT_CODES = [
  /** The change took effect. */
  'done',
  /** Somebody had already done exactly this: merged, nothing changed. */
  'same',
  /** The order has already moved past this step: kept in the history, nothing changed. */
  'overtaken',
  /** The rules do not allow this step from where the order is. */
  'step-not-allowed',
  /** *Shipped* needs both courier and tracking ID. */
  'parcel-missing',
  /** The order is not known at the hub. */
  'order-unknown',
  /** The parcel, message or decision named is not on the order. */
  'target-unknown',
  /** The order is not sent anywhere, or the new address lacks a name or a first line. */
  'no-address',
  /** Somebody decided this before, the other way. */
  'decided-already',
  /** What stood on screen when the person decided does not stand any more. */
  'decision-moved',
  /** The sums of the sale do not add up. */
  'sums-wrong',
  /** The change does not have the shape of a change. */
  'malformed',
  /** The hub did not take the change at all; the reason stands beside it. */
  'not-accepted',
  /** One person cancelled, another shipped or handed over. */
  'contradicts',
  /** Two people shipped the same goods with different couriers or tracking IDs. */
  'shipped-twice',
  /** Two people corrected the same parcel differently. */
  'corrected-twice',
  /** Two people corrected the address differently. */
  'addressed-twice',
  /** One person shipped to the address another had corrected or was correcting. */
  'old-address',
] as const;

export type VerdictCode = (typeof VERDICT_CODES)[number];

export type Verdict = { readonly outcome: VerdictOutcome; readonly code: VerdictCode };

/** A verdict on a change that has no order to carry it (unknown order, malformed); travels down beside the orders. */
export type VerdictDocument = Verdict & {
  readonly type: 'verdict';
  /** `v-` and the change's id without its `c-`. */
  readonly id: string;
  readonly changeId: string;
  readonly orderId: string;
  readonly register: string;
  readonly settledAt: string;
  readonly reason: string;
};

export const applied = (code: 'done' | 'same' | 'overtaken'): Verdict => ({ outcome: 'applied', code });
export const refused = (code: VerdictCode): Verdict => ({ outcome: 'refused', code });
export const needsDecision = (code: VerdictCode): Verdict => ({ outcome: 'needs-decision', code });
