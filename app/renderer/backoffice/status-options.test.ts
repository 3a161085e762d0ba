import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Change } from '../../../domain/change.ts';
import type { Order } from '../../../domain/order.ts';
import { overlay, type OrderView } from '../../../domain/pending.ts';
import { stepsFrom } from '../../../domain/steps.ts';
import { anyChanges, anyOrder } from '../../../domain/testing/arbitraries.ts';
import { anOrder, moves } from '../../../domain/testing/fixtures.ts';
import { meaningOf, statusOptions } from './status-options.ts';

const shown = (order: Order, ...changes: Change[]) => overlay(order, changes) as OrderView;

test('the dropdown offers the present status and exactly the allowed steps, whatever happened to the order', () => {
  fc.assert(
    fc.property(anyOrder, anyChanges, (order, changes) => {
      const view = shown(order, ...changes);
      const { now, steps } = statusOptions(view);
      expect(now).toBe(view.label);
      expect(steps).toEqual(stepsFrom(view.order));
      expect(new Set([now, ...steps]).size).toBe(steps.length + 1);
    }),
  );
});

test('picking the present status means to stay', () => {
  const view = shown(anOrder());
  expect(meaningOf(statusOptions(view), view, 'paid')).toBe('stay');
});

test('a pick goes ahead while it still is an allowed step', () => {
  const offered = statusOptions(shown(anOrder()));
  expect(meaningOf(offered, shown(anOrder()), 'shipped')).toBe('go');
  expect(meaningOf(offered, shown(anOrder(), moves('c-1', anOrder(), 'paid', 'preparing')), 'shipped')).toBe('go');
});

test('a pick from a list that the order has left behind is not taken', () => {
  const offered = statusOptions(shown(anOrder()));
  const shipped = shown(anOrder(), moves('c-1', anOrder(), 'paid', 'shipped'));
  expect(meaningOf(offered, shipped, 'preparing')).toBe('moved-on');
  expect(meaningOf(offered, shipped, 'shipped')).toBe('moved-on');
  expect(meaningOf(offered, shipped, 'paid')).toBe('stay');
});
