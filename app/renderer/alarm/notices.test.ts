import { expect, test } from 'vitest';
import { anOrder } from '../../../domain/testing/fixtures.ts';
import { overlay } from '../../../domain/pending.ts';
import { openWords } from '../i18n/open-words.ts';
import { alarmStep, QUIET } from './alarm-machine.ts';
import { noticesFor } from './notices.ts';

const { t } = openWords();

function notices(names: string[], whileClosed: boolean) {
  const views = names.flatMap((name, index) => {
    const order = anOrder({ id: `o-${index}`, number: `${1001 + index}`, contact: { name, email: '', phone: '' } });
    return overlay(order, []) ?? [];
  });
  return noticesFor(alarmStep(QUIET, { ringing: views, unannounced: views, whileClosed }), 'en-MY', t);
}

test('each new order is one notice that opens it', () => {
  const made = notices(['Mei Tan', 'Ali'], false);
  expect(made).toHaveLength(2);
  expect(made[0]?.title).toBe('New order #1001');
  expect(made[0]?.body.replaceAll('\u00a0', ' ')).toBe('RM 73.00 – Mei Tan');
  expect(made.map((each) => each.orderId)).toEqual(['o-0', 'o-1']);
});

test('four orders from while Shopbell was closed are one notice that opens the list', () => {
  const made = notices(['a', 'b', 'c', 'd'], true);
  expect(made).toHaveLength(1);
  expect(made[0]?.title).toBe('4 orders came while Shopbell was closed');
  expect(made[0]?.orderId).toBeNull();
});

test('one order from while Shopbell was closed is said in the singular and opens itself', () => {
  const [made] = notices(['a'], true);
  expect(made?.title).toBe('1 order came while Shopbell was closed');
  expect(made?.orderId).toBe('o-0');
});

test('a customer without a name, or with a tricky one, is still announced', () => {
  const made = notices(['', '\u202eevil'.repeat(50_000)], false);
  expect(made[0]?.body).toContain('Unknown');
  expect(made[1]?.body.length).toBeLessThan(100);
  expect(made[1]?.body).not.toContain('\u202e');
});
