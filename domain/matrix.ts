import type { VerdictCode } from './verdict.ts';

/** What two people can do to the same order at two registers that do not hear of each other. */
export const ACTS = [
  'ship',
  'cancel',
  'refund',
  'correct-tracking',
  'correct-address',
  'add-note',
  'acknowledge',
  'deliver',
] as const;

export type ActName = (typeof ACTS)[number];

/**
 * Where the order stands at the hub before either act arrives. `shipped` and `cancelled` also meet acts of a register that
 * has not heard of it and still sees *Paid*: `ship` and `cancel` there come from such a register. `ready` is an order
 * that is fetched; to deliver it is to hand it over.
 */
export const STARTS = ['paid', 'shipped', 'cancelled', 'ready'] as const;

export type StartName = (typeof STARTS)[number];

/** What becomes of the second act, by its name. An act that nobody can do from there is absent. */
export type MatrixRow = Partial<Record<ActName, VerdictCode>>;

const PAID_QUIET: MatrixRow = { ship: 'done', cancel: 'done', 'correct-address': 'done', 'add-note': 'done' };

const SHIPPED: MatrixRow = {
  ship: 'shipped-twice',
  cancel: 'contradicts',
  refund: 'done',
  'correct-tracking': 'done',
  'correct-address': 'done',
  'add-note': 'done',
  acknowledge: 'same',
  deliver: 'done',
};

const CANCELLED: MatrixRow = {
  ship: 'contradicts',
  cancel: 'same',
  refund: 'done',
  'correct-address': 'done',
  'add-note': 'done',
  acknowledge: 'same',
};

const READY: MatrixRow = { cancel: 'done', 'add-note': 'done', acknowledge: 'same', deliver: 'done' };

/**
 * The verdict on the second of two acts that were made without knowing of each other and differ where they can (another
 * tracking ID, another address): `MATRIX[start][first][second]`. Docs/conflicts.md is made of this table, and a
 * test runs every pair of it through `settle`.
 */
export const MATRIX: Readonly<Record<StartName, Partial<Record<ActName, MatrixRow>>>> = {
  paid: {
    ship: {
      ship: 'shipped-twice',
      cancel: 'contradicts',
      'correct-address': 'old-address',
      'add-note': 'done',
      acknowledge: 'same',
    },
    cancel: { ship: 'contradicts', cancel: 'same', 'correct-address': 'done', 'add-note': 'done', acknowledge: 'same' },
    'correct-address': {
      ...PAID_QUIET,
      ship: 'old-address',
      'correct-address': 'addressed-twice',
      acknowledge: 'done',
    },
    'add-note': { ...PAID_QUIET, acknowledge: 'done' },
    acknowledge: { ...PAID_QUIET, acknowledge: 'same' },
  },
  shipped: {
    ship: SHIPPED,
    cancel: SHIPPED,
    refund: { ...SHIPPED, cancel: 'overtaken', refund: 'same', deliver: 'overtaken' },
    'correct-tracking': { ...SHIPPED, 'correct-tracking': 'corrected-twice' },
    'correct-address': { ...SHIPPED, 'correct-address': 'addressed-twice' },
    'add-note': SHIPPED,
    acknowledge: SHIPPED,
    deliver: { ...SHIPPED, deliver: 'same' },
  },
  cancelled: {
    ship: CANCELLED,
    cancel: CANCELLED,
    refund: { ...CANCELLED, cancel: 'overtaken', refund: 'same' },
    'correct-address': { ...CANCELLED, 'correct-address': 'addressed-twice' },
    'add-note': CANCELLED,
    acknowledge: CANCELLED,
  },
  ready: {
    cancel: { ...READY, cancel: 'same', deliver: 'contradicts' },
    'add-note': READY,
    acknowledge: READY,
    deliver: { ...READY, cancel: 'contradicts', deliver: 'same' },
  },
};
