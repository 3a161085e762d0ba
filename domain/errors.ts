/**
 * The one error shape of Shopbell: a code for programs, a plain sentence for people that says what to do next.
 * Every process throws this for faults it foresees; anything else is a defect.
 */
export class ShopbellError extends Error {
  override readonly name = 'ShopbellError';
  readonly code: string;

  constructor(code: string, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}
