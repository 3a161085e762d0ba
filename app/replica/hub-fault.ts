import { ShopbellError } from '../../domain/errors.ts';

/**
 * A question to the hub that got no usable answer. Codes: `unreachable`, `timeout`, `bad-answer` (not what a hub
 * says: a captive portal, a proxy, half an answer), `http-<status>`, `dropped` (called off by us, not a fault of the line).
 */
export class HubFault extends ShopbellError {
  /** The HTTP status, or null when there was no answer. */
  readonly status: number | null;
  /** True when the refusal has the hub's own shape, so that its meaning can be trusted. */
  readonly fromHub: boolean;
  /** The hub's own words; empty when there are none. */
  readonly reason: string;

  constructor(code: string, details: { status?: number; fromHub?: boolean; reason?: string; cause?: unknown } = {}) {
    super(code, 'The hub did not answer as it should. Shopbell tries again by itself.', { cause: details.cause });
    this.status = details.status ?? null;
    this.fromHub = details.fromHub ?? false;
    this.reason = details.reason ?? '';
  }
}

/** The fault for an answer that came whole but is not what the hub says. */
export const badAnswer = (): HubFault => new HubFault('bad-answer');

/** Anything thrown while asking the hub, as a HubFault. */
export function asHubFault(thrown: unknown): HubFault {
  return thrown instanceof HubFault ? thrown : new HubFault('unreachable', { cause: thrown });
}
