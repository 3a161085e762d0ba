import { expect, test } from 'vitest';
import { settle } from '../../../../domain/settle.ts';
import { MATRIX, STARTS, type ActName } from '../../../../domain/matrix.ts';
import { actOn, startOf } from '../../../../domain/testing/two-registers.ts';
import { openWords } from '../../i18n/open-words.ts';
import { versionsOf } from './version-words.ts';

const { t } = openWords();
const NOW = '2026-03-01T02:06:00.000Z';
const bare = (text: string) => text.replaceAll(/[\u2068\u2069]/g, '');

function versions(start: (typeof STARTS)[number], first: ActName, second: ActName) {
  const one = settle(startOf(start), actOn(start, first, 'one'), NOW).order;
  const order = settle(one, actOn(start, second, 'other'), NOW).order;
  const [open] = order?.decisions ?? [];
  return order && open ? versionsOf(order, open, t) : null;
}

test('both versions name who did what at which register, and what a tap will do', () => {
  const found = versions('paid', 'ship', 'cancel');
  expect(bare(found?.standing.name ?? '')).toBe('Shipped by Aina');
  expect(bare(found?.standing.by ?? '')).toBe('Aina, Counter 1');
  expect(found?.standing.parcel).toEqual({ courier: 'Ninja Van', trackingId: 'NV-A' });
  expect(bare(found?.other.name ?? '')).toBe('Cancelled by Ravi');
  expect(found?.other.effect).toBe(
    'The order becomes Cancelled. Shopbell does not tell the customer: speak with them.',
  );
  expect(found?.seen).toBe('c-one');
});

test('shipping after all tells the customer, and a refund that is taken back is said', () => {
  expect(versions('paid', 'cancel', 'ship')?.other.effect).toContain('The customer is told that it is shipped.');
  expect(versions('cancelled', 'refund', 'ship')?.other.effect).toContain('refund');
  expect(versions('paid', 'ship', 'ship')?.other.effect).toBe(
    'The parcel gets this courier and tracking ID. The customer is told the new tracking ID.',
  );
  expect(versions('shipped', 'correct-address', 'correct-address')?.other.effect).toBe(
    'The order gets this address. The customer is not told anything.',
  );
});

test('every contradiction of the table has two versions with different names or parcels, and no missing word', () => {
  let count = 0;
  for (const start of STARTS)
    for (const [first, row] of Object.entries(MATRIX[start]))
      for (const second of Object.keys(row)) {
        const found = versions(start, first as ActName, second as ActName);
        if (!found) continue;
        count += 1;
        expect(JSON.stringify(found.standing)).not.toBe(
          JSON.stringify({ ...found.other, effect: found.standing.effect }),
        );
        for (const { name, effect } of [found.standing, found.other])
          expect(name + effect).not.toMatch(/\{\{|decisions\./);
      }
  expect(count).toBeGreaterThan(20);
});
