export const frame = {
  skip: 'Skip to the content',
  nav: {
    label: 'Screens',
    register: 'Register',
    backoffice: 'BackOffice',
    transactions: 'Transactions',
    newSale: 'New sale',
    orderManagement: 'Order Management',
    onlineStore: 'Online Store',
  },
  newOrders_one: '{{count}} new order',
  newOrders_other: '{{count}} new orders',
  theme: { toDark: 'Use dark colours', toLight: 'Use light colours' },
  person: {
    title: 'Who is at this register?',
    body: 'Your name stands beside what you do here.',
    switch: 'Who is at this register: {{name}}. Change',
    owner: 'Owner',
    cashier: 'Cashier',
    waiting: 'Fetching the shop from the hub…',
    waitingOffline:
      'This register has not met its shop yet and the hub does not answer. It goes on by itself as soon as the hub is there.',
  },
  crash: {
    title: 'This screen stopped',
    body: 'The rest of Shopbell goes on, and nothing you saved is lost.',
    waiting_zero: 'No change is waiting to be sent.',
    waiting_one: '{{count}} change is kept on this computer and waits to be sent.',
    waiting_other: '{{count}} changes are kept on this computer and wait to be sent.',
    reload: 'Reload Shopbell',
    again: 'Try the screen again',
  },
};
