import type { Intake } from '../sync-server/intake/intake.ts';
import { orderBody, type OrderBody } from '../sync-server/intake/order-body.ts';
import { ShopbellError } from '../domain/errors.ts';
import type { Ledger } from './ledger.ts';
import type { Random } from './random.ts';

/** The online store: its customers' orders, and its posts to intake, repeated until one is answered. */
export type Store = {
  /** A customer orders; the post goes out this many times at once. */
  order(times: number): void;
  /** Post again whatever was never answered, or (with `all`) everything, answered or not. */
  repeat(all: boolean): void;
  /** The hub was set back: the shop has its store send everything again. */
  startOver(): void;
  /** Keys of posts that were never answered. */
  open(): readonly string[];
  /** Number and id by key, as intake answered. */
  readonly taken: ReadonlyMap<string, { readonly id: string; readonly number: string }>;
};

type Parts = {
  readonly random: Random;
  readonly intake: () => Intake | null;
  readonly ledger: Ledger;
  readonly note: (what: string) => void;
};

/** A store without orders. */
export function createStore({ random, intake, ledger, note }: Parts): Store {
  const bodies = new Map<string, OrderBody>();
  const taken = new Map<string, { id: string; number: string }>();

  function post(key: string, body: OrderBody): void {
    const take = intake();
    if (!take) return;
    take(body, key, 'store').then(
      ({ id, number }) => {
        const before = taken.get(key);
        if (before && (before.id !== id || before.number !== number))
          ledger.broken('a', `the post ${key} became two orders, ${before.number} and ${number}`);
        taken.set(key, { id, number });
      },
      (error: unknown) => {
        note(`post ${key} was not taken`);
        const away = error instanceof ShopbellError && error.code.startsWith('hub-');
        if (!away) ledger.broken('a', `the post ${key} was refused: ${String(error)}`);
      },
    );
  }

  return {
    taken,
    startOver: () => taken.clear(),
    open: () => [...bodies.keys()].filter((key) => !taken.has(key)),
    order(times) {
      const key = `order-${bodies.size + 1}`;
      const body = bodyOf(random, bodies.size + 1);
      bodies.set(key, body);
      note(`posts ${key} x${times}`);
      for (let time = 0; time < times; time += 1) post(key, body);
    },
    repeat(all) {
      for (const [key, body] of bodies) if (all ? random.chance(0.2) : !taken.has(key)) post(key, body);
    },
  };
}

function bodyOf(random: Random, number: number): OrderBody {
  const pickup = random.chance(0.3);
  return orderBody.parse({
    currency: 'MYR',
    method: pickup ? 'pickup' : 'delivery',
    payment: { status: random.chance(0.85) ? 'paid' : 'unpaid', method: 'FPX' },
    lines: [{ sku: 'CUP-1', name: 'Cup', quantity: random.int(1, 3), unitPrice: 1500 }],
    contact: { name: `Customer ${number}`, email: random.chance(0.95) ? `customer${number}@example.test` : '' },
    shipping: pickup ? null : { address1: '1 Example Road', city: 'Ipoh', postcode: '30000', country: 'MY' },
    note: '',
  });
}
