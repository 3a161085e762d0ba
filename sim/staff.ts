import { firstValueFrom } from 'rxjs';
import type { Act, Sale } from '../domain/change.ts';
import { STATUS_LABELS, type StatusLabel } from '../domain/label.ts';
import type { OrderView } from '../domain/pending.ts';
import { stepsFrom } from '../domain/steps.ts';
import { FORBIDDEN_WORD, TOO_LARGE_WORD } from './hub/couch-face.ts';
import type { Ledger } from './ledger.ts';
import type { Random } from './random.ts';
import type { Register } from './register.ts';

const PEOPLE = [
  { id: 'staff:aina', name: 'Aina' },
  { id: 'staff:ravi', name: 'Ravi' },
] as const;
const COURIERS = ['Pos Laju', 'Ninja Van', 'GDEX'] as const;

/** People at the registers, who look at what the screen shows and do something with it. */
export type Staff = {
  /** Somebody at this register does something; nothing happens when it is not running. */
  work(register: Register): Promise<void>;
  /** Somebody reads why a change was refused, and takes it off the list. */
  discard(register: Register): Promise<void>;
};

/** Staff who choose by `random`. */
export function createStaff(random: Random, ledger: Ledger): Staff {
  let parcels = 0;

  const parcel = () => ({ courier: random.pick(COURIERS), trackingId: `TRK${(parcels += 1)}MY` });

  function move(view: OrderView): Act {
    const steps = stepsFrom(view.order);
    const to: StatusLabel = steps.length > 0 && random.chance(0.95) ? random.pick(steps) : random.pick(STATUS_LABELS);
    const head = { kind: 'change-status', orderId: view.order.id, seen: view.label, to } as const;
    return to === 'shipped' ? { ...head, parcel: parcel() } : head;
  }

  function note(orderId: string): Act {
    const word = random.weighted([
      [90, 'Called the customer.'],
      [6, FORBIDDEN_WORD],
      [4, TOO_LARGE_WORD],
    ]);
    return { kind: 'add-note', orderId, text: `${word} ${random.int(1, 999)}` };
  }

  function correct(view: OrderView): Act {
    const told = view.order.parcels.at(-1);
    if (!told) return move(view);
    const head = { kind: 'correct-tracking', orderId: view.order.id, parcelId: told.id } as const;
    return { ...head, seenRevision: told.revision, ...parcel(), tell: random.chance(0.8) };
  }

  function again(view: OrderView): Act {
    const message = view.order.messages.at(-1);
    return message ? { kind: 'send-again', orderId: view.order.id, messageKey: message.key } : move(view);
  }

  async function sale(register: Register): Promise<Act | null> {
    const receipt = await register.replica()?.nextReceipt();
    return receipt === undefined ? null : { kind: 'record-sale', sale: saleOf(receipt, random.int(1, 4)) };
  }

  async function chosen(register: Register): Promise<Act | null> {
    const replica = register.replica();
    if (!replica) return null;
    if (random.chance(0.12)) return sale(register);
    if (random.chance(0.01)) return note(`o-${random.uuid().replaceAll('-', '').slice(0, 24)}`);
    const { rows } = await firstValueFrom(replica.orders({ channel: 'all', statuses: [], search: '', limit: 12 }));
    if (rows.length === 0) return null;
    const view = random.pick(rows);
    const act = random.weighted<() => Act>([
      [50, () => move(view)],
      [12, () => ({ kind: 'acknowledge', orderId: view.order.id })],
      [14, () => note(view.order.id)],
      [14, () => correct(view)],
      [10, () => again(view)],
    ]);
    return act();
  }

  return {
    async work(register) {
      const act = await chosen(register);
      if (act) await register.act(act, random.pick(PEOPLE));
    },
    async discard(register) {
      const refused = register.waiting()?.find((row) => row.state === 'refused');
      if (!refused) return;
      // From the tap on it may be gone, also when the program is killed before it has said so.
      ledger.discarded.add(refused.change.id);
      await register.replica()?.discard(refused.change.id);
    },
  };
}

function saleOf(receipt: string, quantity: number): Sale {
  const total = 2500 * quantity;
  const line = { id: 'l1', sku: 'MUG', name: 'Mug', options: [], quantity, unitPrice: 2500, discount: 0, total };
  return {
    receipt,
    currency: 'MYR',
    lines: [line],
    totals: { subtotal: total, discount: 0, shipping: 0, tax: 0, taxIncluded: true, total },
    payment: { method: 'cash', tendered: total },
  };
}
