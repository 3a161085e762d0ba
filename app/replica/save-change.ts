import type { Act, Change, RegisterRef, StaffRef } from '../../domain/change.ts';
import { ShopbellError } from '../../domain/errors.ts';
import { saleOrderId } from '../../domain/ids.ts';
import { parseChange } from '../../domain/parse-change.ts';
import type { Outbox } from './outbox.ts';
import type { Receipts } from './receipts.ts';
import type { Timers } from './timers.ts';

const LIMIT_MS = 10_000;

type Parts = {
  readonly outbox: Outbox;
  readonly receipts: Receipts;
  readonly timers: Timers;
  readonly shop: string;
  readonly register: RegisterRef;
  /** UTC ms. */
  readonly now: () => number;
  /** Makes a part of an id that was never made before (a UUID). */
  readonly newId: () => string;
};

/**
 * Saves acts as changes, one after the other.
 * @returns a function that resolves with the change once it is on disk, and throws ShopbellError `not-saved`,
 * `malformed` or `receipt-used`; then nothing happened.
 */
export function createSaving(parts: Parts): (act: Act, staff: StaffRef) => Promise<Change> {
  let last: Promise<unknown> = Promise.resolve();

  function changeOf(act: Act, staff: StaffRef): Change {
    const id = `c-${parts.newId()}`;
    const head = { type: 'change', id, shop: parts.shop, register: parts.register, staff } as const;
    const at = new Date(parts.now()).toISOString();
    const orderId = act.kind === 'record-sale' ? saleOrderId(id) : act.orderId;
    const parsed = parseChange({ ...head, at, ...act, orderId });
    if (!parsed.ok)
      throw new ShopbellError('malformed', `This was not saved: ${parsed.fault}. Correct it and save again.`);
    return parsed.change;
  }

  async function save(change: Change): Promise<void> {
    if (change.kind === 'record-sale' && (await parts.receipts.isUsed(change.sale.receipt)))
      throw new ShopbellError('receipt-used', 'This receipt number is taken. Save again to get the next one.');
    await parts.outbox.add(change);
  }

  function withinLimit(change: Change): Promise<void> {
    return new Promise((resolve, reject) => {
      const callOff = parts.timers.after(LIMIT_MS, () => {
        // It may still land on disk long after; taken back then, so that "not saved" stays true.
        void parts.outbox.withdraw(change.id).catch(() => undefined);
        reject(notSaved());
      });
      save(change).then(
        () => {
          callOff();
          resolve();
        },
        (thrown: unknown) => {
          callOff();
          reject(thrown instanceof ShopbellError ? thrown : notSaved(thrown));
        },
      );
    });
  }

  return (act, staff) => {
    const result = last.then(async () => {
      const change = changeOf(act, staff);
      await withinLimit(change);
      return change;
    });
    last = result.catch(() => undefined);
    return result;
  };
}

const notSaved = (cause?: unknown): ShopbellError =>
  new ShopbellError(
    'not-saved',
    'This could not be saved on this computer. Nothing was changed. Try again; if it happens again, restart Shopbell.',
    { cause },
  );
