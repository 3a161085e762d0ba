/** What a customer can be told. */
export type MessageKind = 'shipped' | 'tracking-corrected' | 'ready-for-pickup';

/** How a message to the customer stands, as shown on the order. `key` is its identity: order, parcel, revision. */
export type MessageState = {
  readonly key: string;
  readonly kind: MessageKind;
  readonly state: 'sent' | 'failed';
  readonly to: string;
  /** UTC ISO by the hub. */
  readonly at: string;
  /** Why it failed, in plain words; empty when sent. */
  readonly reason: string;
};

/** A person asked for a message to be sent once more; each request earns exactly one further message. */
export type ResendRequest = { readonly key: string; readonly changeId: string };
