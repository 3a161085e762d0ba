/** Where an order came from: the Online Store, or a walk-in sale at a counter. */
export type Channel = 'online' | 'in-store';

/** How the goods reach the customer. `counter` is a walk-in sale, handed over at once. */
export type Method = 'delivery' | 'pickup' | 'counter';

/** Where the money is. */
export type PaymentStatus = 'unpaid' | 'paid' | 'refunded';

/** Where the goods are. */
export type Fulfilment =
  | 'open'
  | 'preparing'
  | 'partly-shipped'
  | 'shipped'
  | 'delivered'
  | 'ready'
  | 'picked-up'
  | 'handed-over'
  | 'cancelled';
