import type { ChangeKind } from '../../../../domain/change.ts';

const what: Record<ChangeKind, string> = {
  'change-status': 'Change status to {{status}}',
  acknowledge: 'Acknowledge the new order',
  'add-note': 'Add a note',
  'correct-tracking': 'Correct the tracking to {{courier}}, {{trackingId}}',
  'correct-address': 'Correct the shipping address',
  decide: 'Decide between two versions',
  'record-sale': 'Record a sale of {{total}}',
  'send-again': 'Send the message to the customer again',
};

export const waiting = {
  title: 'Waiting to be sent',
  open_zero: 'Nothing is waiting to be sent',
  open_one: '{{count}} change is waiting. Show it',
  open_other: '{{count}} changes are waiting. Show them',
  none: 'Nothing waits. Everything done here is at the hub.',
  explain: 'These changes are stored on this computer. They are sent by themselves, once each.',
  explainBrowser:
    'These changes are stored by this browser and sent by themselves, once each. The browser alone keeps them until then: clearing its data or a damaged profile would lose them. The installed Register also writes them to a file of its own.',
  what,
  with: 'with {{courier}}, {{trackingId}}',
  by: '{{name}} at {{when}}',
  orderUnknown: 'An order not on this register',
  state: {
    queued: 'Waiting to send',
    sent: 'At the hub, answer on its way',
    refused: 'Refused',
  },
  hubSays: 'The hub says: {{reason}}',
  again: 'Send again',
  discard: 'Discard',
  sentAgain: 'Sent again as a new change.',
};
