import { addRxPlugin, createRxDatabase, type RxCollection, type RxDatabase, type RxJsonSchema } from 'rxdb';
import { RxDBMigrationSchemaPlugin } from 'rxdb/plugins/migration-schema';
import type { Change } from '../../domain/change.ts';
import type { ShopFact } from '../../domain/shop.ts';
import type { VerdictCode } from '../../domain/verdict.ts';
import type { Since } from './changes-page.ts';
import { type OrderRow, rowWithDecisions } from './order-row.ts';

/** The RxDB storage the replica lies on; the caller chooses it. */
export type Storage = Parameters<typeof createRxDatabase>[0]['storage'];

/** A change of this register with what became of it. The change itself is never altered. */
export type ChangeRow = {
  readonly id: string;
  /** Running number of this register's unsettled changes: the order they were made in. */
  readonly seq: number;
  /** `queued` here; `sent` at the hub; `refused` parked for a person; `settled` done with. */
  readonly state: 'queued' | 'sent' | 'refused' | 'settled';
  readonly code: VerdictCode | '';
  readonly reason: string;
  /** UTC ms by this computer when it was settled; 0 before. */
  readonly settledAt: number;
  readonly change: Change;
};

/** A fact of the shop, or (id `since`) how far its feed was read. */
export type FactRow = { readonly id: string; readonly fact: ShopFact | { readonly since: Since } };

/** An order that was announced at this register; `at` UTC ms. */
export type AnnouncedRow = { readonly id: string; readonly at: number };

export type Collections = {
  readonly database: RxDatabase;
  readonly orders: RxCollection<OrderRow>;
  readonly changes: RxCollection<ChangeRow>;
  readonly facts: RxCollection<FactRow>;
  readonly announced: RxCollection<AnnouncedRow>;
};

const ID = { type: 'string', maxLength: 64 } as const;
const MOMENT = { type: 'integer', minimum: 0, maximum: 9_999_999_999_999, multipleOf: 1 } as const;

const orders: RxJsonSchema<OrderRow> = {
  version: 1,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: ID,
    channel: { type: 'string', maxLength: 8 },
    newest: { type: 'string', maxLength: 13 },
    label: { type: 'string', maxLength: 16 },
    ringing: { type: 'string', maxLength: 3 },
    deciding: { type: 'string', maxLength: 3 },
    receipt: { type: 'string', maxLength: 30 },
    order: { type: 'object', additionalProperties: true },
  },
  required: ['id', 'channel', 'newest', 'label', 'ringing', 'deciding', 'receipt'],
  indexes: [
    ['channel', 'newest'],
    ['channel', 'label', 'newest'],
    ['ringing', 'newest'],
    ['deciding', 'newest'],
    ['receipt'],
  ],
};

const changes: RxJsonSchema<ChangeRow> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: ID,
    seq: { type: 'integer' },
    state: { type: 'string', maxLength: 7 },
    code: { type: 'string' },
    reason: { type: 'string' },
    settledAt: MOMENT,
    change: { type: 'object', additionalProperties: true },
  },
  required: ['id', 'seq', 'state', 'settledAt', 'change'],
  indexes: [['state', 'settledAt']],
};

const facts: RxJsonSchema<FactRow> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: { id: ID, fact: { type: 'object', additionalProperties: true } },
  required: ['id', 'fact'],
};

const announced: RxJsonSchema<AnnouncedRow> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: { id: ID, at: MOMENT },
  required: ['id', 'at'],
  indexes: ['at'],
};

/**
 * Open the four collections of a register's local copy; orders stored by an older Shopbell are carried over row by
 * row. One owner only: two openings of the same name on the same
 * storage must be kept apart by the caller (single-instance lock).
 */
export async function openCollections(storage: Storage, name: string): Promise<Collections> {
  addRxPlugin(RxDBMigrationSchemaPlugin);
  const database = await createRxDatabase({ name, storage, multiInstance: false, eventReduce: true });
  const opened = await database.addCollections({
    orders: { schema: orders, migrationStrategies: { 1: rowWithDecisions } },
    changes: { schema: changes },
    facts: { schema: facts },
    announced: { schema: announced },
  });
  return { database, ...opened } as unknown as Collections;
}
