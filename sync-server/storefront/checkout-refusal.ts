import { ShopbellError } from '../../domain/errors.ts';

/** What is wrong with one field. `path` is dotted: `items.0.quantity`, `contact.email`. */
export type FieldFault = { readonly path: string; readonly message: string };

/**
 * The store refuses a request. Carries what the central error handler needs for a problem answer (docs/wire.md):
 * `status` the HTTP status, `code`, a sentence, and the fields concerned.
 */
export class CheckoutRefusal extends ShopbellError {
  readonly status: number;
  readonly errors: readonly FieldFault[];

  constructor(status: number, code: string, message: string, errors: readonly FieldFault[] = []) {
    super(code, message);
    this.status = status;
    this.errors = errors;
  }
}
