import { ShopbellError } from '../../domain/errors.ts';

/** One wrong field of a request: where it is (`lines.0.quantity`) and what is wrong with it, in plain words. */
export type FieldFault = { readonly path: string; readonly message: string };

/** A request that is refused. Becomes a problem answer (docs/wire.md); `message` is its `detail`. */
export class Refusal extends ShopbellError {
  readonly status: number;
  readonly errors: readonly FieldFault[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    detail: string,
    more: { errors?: readonly FieldFault[]; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(code, detail);
    this.status = status;
    this.errors = more.errors ?? [];
    this.headers = more.headers ?? {};
  }
}
