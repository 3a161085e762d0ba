/** Sentences for the reason codes of the line to the hub; `http` stands for every other HTTP status. */
const reason = {
  unreachable: 'The hub does not answer.',
  timeout: 'The hub takes too long to answer.',
  'bad-answer': 'The hub gave an answer that makes no sense. Restart the server; if it stays so, update it.',
  unauthorised: 'The hub does not know this register any more. Pair it again.',
  forbidden: 'The hub does not let this register in. Pair it again.',
  'not-stored': 'This computer could not store what came. Free some disk space.',
  http: 'The hub answered with fault {{status}}. It is tried again by itself.',
  other: 'Something is wrong on the way to the hub ({{code}}). It is tried again by itself.',
};

export const connection = {
  label: 'Connection',
  connecting: 'Connecting…',
  online: 'Online',
  offline: 'Offline',
  trouble: 'Trouble: {{reason}}',
  unpaired: 'Not paired any more',
  waiting_one: '{{count}} change waiting to send',
  waiting_other: '{{count}} changes waiting to send',
  sending_one: 'sending {{count}} change',
  sending_other: 'sending {{count}} changes',
  refused_one: '{{count}} refused',
  refused_other: '{{count}} refused',
  seen: 'hub seen {{age}} ago',
  neverSeen: 'hub not seen since start',
  skipped_one: '{{count}} document of the hub could not be read and is left out. Tell whoever looks after the server.',
  skipped_other:
    '{{count}} documents of the hub could not be read and are left out. Tell whoever looks after the server.',
  rebuilding: {
    hub: 'The hub was restored from an older backup or replaced. This register reads everything anew and gives the hub back what it did.',
    copy: 'The local copy was damaged and is being rebuilt. Nothing that was saved is lost.',
  },
  stored_one: '{{here}} order on this PC',
  stored_other: '{{here}} orders on this PC',
  storedOf: '{{here}} of {{all}} orders on this PC',
  storedToCome: '{{here}} orders on this PC, {{toCome}} changes still to come',
  late: 'New orders may come late.',
  reconnect: 'Connect now',
  pairAgain: 'Pair this register again',
  age: { seconds: '{{n}} s', minutes: '{{n}} min', hours: '{{n}} h' },
  reason,
};
