import { describe, expect, it } from 'vitest';
import { labelOf } from './label.ts';
import { STEPS, stepsFrom } from './steps.ts';
import { anOrder } from './testing/fixtures.ts';

describe('stepsFrom', () => {
  it.each([
    ['a paid delivery', anOrder(), ['preparing', 'shipped', 'cancelled']],
    ['a paid pickup', anOrder({ method: 'pickup' }), ['preparing', 'ready-for-pickup', 'cancelled']],
    ['an unpaid order', anOrder({ payment: { status: 'unpaid', method: '' } }), ['paid', 'cancelled']],
    ['a cancelled paid order', anOrder({ fulfilment: 'cancelled' }), ['refunded']],
    ['a cancelled unpaid order', anOrder({ fulfilment: 'cancelled', payment: { status: 'unpaid', method: '' } }), []],
    ['a refunded order', anOrder({ payment: { status: 'refunded', method: '' } }), []],
  ] as const)('offers for %s: %s', (_, order, steps) => {
    expect(stepsFrom(order)).toEqual(steps);
  });

  it('never offers the status an order already has', () => {
    for (const table of Object.values(STEPS))
      for (const [from, to] of Object.entries(table)) expect(to).not.toContain(from);
  });
});

describe('labelOf', () => {
  it('lets a refund outrank where the goods are', () => {
    expect(labelOf(anOrder({ fulfilment: 'delivered', payment: { status: 'refunded', method: '' } }))).toBe('refunded');
  });
});
