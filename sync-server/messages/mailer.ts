/** A mail as it is to be sent. `messageId` is the same for the same message, whenever it is sent. */
export type Mail = {
  /** The message's key: names the file in the outbox and makes `messageId`. */
  readonly key: string;
  readonly messageId: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** UTC ISO. */
  readonly date: string;
};

/**
 * What became of a mail. `later`: it was certainly not accepted and may be tried again. `refused`: trying again would be
 * refused again. `unsure`: it was handed over, but no answer came; it may or may not arrive. `reason` is for people.
 */
export type SendResult =
  { readonly kind: 'sent' } | { readonly kind: 'later' | 'refused' | 'unsure'; readonly reason: string };

/**
 * Hands mails on. `send` never rejects: every fault is one of the results. It resolves `sent` only when the other side has
 * answered for the mail, and within `SEND_LIMIT_MS`.
 */
export type Mailer = {
  readonly kind: 'smtp' | 'outbox';
  /** True when sending the very same mail twice leaves only one: then an attempt cut off by a crash is simply repeated. */
  readonly repeatable: boolean;
  send(mail: Mail): Promise<SendResult>;
};

/** No attempt to send takes longer; what is not answered by then is `unsure` or `later`. */
export const SEND_LIMIT_MS = 120_000;
