import type { StatusLabel } from '../../../../domain/label.ts';

/** The ten labels, as design.md spells them. */
const label: Record<StatusLabel, string> = {
  'pending-payment': 'Pending payment',
  paid: 'Paid',
  preparing: 'Preparing',
  'partly-shipped': 'Partly shipped',
  shipped: 'Shipped',
  delivered: 'Delivered',
  'ready-for-pickup': 'Ready for pickup',
  'picked-up': 'Picked up',
  cancelled: 'Cancelled',
  refunded: 'Refunded',
};

/** What taking the step means, in a few words under its name. */
const step: Record<StatusLabel, string> = {
  'pending-payment': 'The money has not come yet.',
  paid: 'The money is here.',
  preparing: 'Somebody is packing it.',
  'partly-shipped': 'A part is on its way.',
  shipped: 'Asks for courier and tracking ID. The customer is told.',
  delivered: 'The customer has it.',
  'ready-for-pickup': 'The customer is told to come and fetch it.',
  'picked-up': 'The customer came and took it.',
  cancelled: 'Ends the order. Cannot be taken back.',
  refunded: 'The money was given back. Cannot be taken back.',
};

export const status = {
  label,
  step,
  change: 'Change Status',
  changeOf: 'Change Status of {{number}}',
  now: 'Now',
  noSteps: 'This order is at its end. There is no further status.',
  changed: '{{number}} is now {{status}}',
  changedTold: 'The customer will be told.',
  changedToldLater: 'The customer will be told as soon as the hub is reached.',
  noAddress: 'The order has no e-mail address: tell the customer yourself.',
  changedWaits: 'It is saved here and sent as soon as the hub is reached.',
  movedOn: 'While this was open, the order became {{status}}. Close this and look again.',
  ship: {
    title: 'Ship {{number}}',
    courier: 'Courier',
    courierHelp: 'Pick one, or type another name.',
    couriers: 'Couriers of the shop',
    tracking: 'Tracking ID',
    courierMissing: 'Say which courier takes the parcel.',
    trackingMissing: 'Type or scan the tracking ID from the label.',
    tells: 'The customer is told by e-mail, with courier and tracking ID.',
  },
  confirm: {
    cancelled: {
      title: 'Cancel {{number}}?',
      body: 'The order ends here. This cannot be taken back.',
      yes: 'Cancel the order',
      no: 'Keep the order',
    },
    refunded: {
      title: 'Mark {{number}} as refunded?',
      body: '{{total}} go back to the customer. Give the money back yourself; Shopbell only records it. This cannot be taken back.',
      yes: 'Mark as refunded',
      no: 'Leave it',
    },
  },
};
