import type { VerdictCode } from '../../../../domain/verdict.ts';

/** What the hub made of a change, as a cashier reads it. A code without a sentence does not compile. */
export const verdict: Record<VerdictCode, string> = {
  done: 'Done.',
  same: 'Somebody had already done exactly this. Nothing changed.',
  overtaken: 'The order had already moved past this. It stands in the history; nothing changed.',
  'step-not-allowed': 'The order could not go to this status from where it was. Look at the order and choose again.',
  'parcel-missing': 'Courier and tracking ID are both needed. Enter both and save again.',
  'order-unknown': 'The hub does not know this order. Ask the owner to look in the Online Store.',
  'target-unknown': 'What this was about is not on the order any more. Look at the order and do it again.',
  'no-address':
    'An address needs a name and a first line, and only orders that are delivered have one. Look at the order and do it again.',
  'decided-already': 'Somebody decided this before, the other way. Look at the order to see what stands.',
  'decision-moved': 'The order changed while this was being decided. Look at both versions again, then decide.',
  'sums-wrong': 'The sums of this sale do not add up. Record the sale again.',
  malformed: 'The hub could not read this change. Do it again; if it stays so, update Shopbell on this register.',
  'not-accepted': 'The hub did not take this change. Do it again, or ask the owner to pair this register anew.',
  contradicts: 'One person called the order off, another sent or handed it over. Speak with each other, then decide.',
  'shipped-twice':
    'Two people shipped this order with different couriers or tracking IDs. Check which label is on the parcel.',
  'corrected-twice': 'Two people corrected this parcel differently. Check which label is on the parcel.',
  'addressed-twice': 'Two people corrected the address differently. Ask the customer which one is right.',
  'old-address':
    'The parcel was sent to the old address while another person corrected it. Stop the parcel or ask the customer, then decide.',
};
