import type { MessageKind } from '../../../../domain/message-state.ts';

const tells: Record<MessageKind, string> = {
  shipped: 'The customer is told that it is shipped.',
  'tracking-corrected': 'The customer is told the new tracking ID.',
  'ready-for-pickup': 'The customer is told to come and fetch it.',
};

export const decisions = {
  title: 'Needs a decision',
  explain:
    'Two people did things to the same order that cannot both be true. Nothing is lost: look at both, then choose.',
  none: 'Nothing to decide',
  noneBody: 'When two registers contradict each other, both versions show up here.',
  count_one: '{{count}} order needs a decision',
  count_other: '{{count}} orders need a decision',
  standing: 'Stands now',
  other: 'Came second',
  name: '{{what}} by {{name}}',
  by: '{{name}}, {{register}}',
  what: { tracking: 'Tracking corrected', address: 'Address corrected' },
  keep: 'Keep “{{version}}”',
  take: 'Take “{{version}}”',
  keeps: 'The order stays {{status}}. The customer gets no further message.',
  becomes: 'The order becomes {{status}}.',
  parcel: 'The parcel gets this courier and tracking ID.',
  address: 'The order gets this address.',
  refundBack: 'The refund that was noted is taken back.',
  tells,
  silent: 'The customer is not told anything.',
  speak: 'Shopbell does not tell the customer: speak with them.',
  told: 'What the customer was told',
  open: 'Open order {{number}}',
  decided: 'Decided',
  decidedWaits: 'Decided here. It waits to be sent to the hub.',
  decidedOnline: 'Every register gets to see it.',
  decidedOffline:
    'It is saved here and sent as soon as the hub is reached. If somebody else decides first, you are told.',
};
