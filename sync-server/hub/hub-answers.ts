import { z } from 'zod';

import { ShopbellError } from '../../domain/errors.ts';

/** A sequence is opaque to us; some hubs of the protocol write it as a number. */
const seq = z.union([z.string(), z.number()]).transform(String);
const doc = z.looseObject({ _id: z.string(), _rev: z.string() });

/** Shapes of the hub's answers, as far as we read them. */
export const ANSWERS = {
  doc,
  welcome: z.object({ version: z.string() }),
  session: z.object({ userCtx: z.object({ name: z.string().nullable() }) }),
  database: z.object({ doc_count: z.number(), update_seq: seq }),
  written: z.object({ rev: z.string() }),
  bulk: z.array(
    z.union([z.object({ ok: z.literal(true), id: z.string(), rev: z.string() }), z.object({ error: z.string() })]),
  ),
  rows: z.object({ rows: z.array(z.object({ id: z.string().optional(), doc: doc.nullish() })) }),
  docs: z.object({ docs: z.array(doc) }),
  feed: z.object({
    results: z.array(z.object({ id: z.string(), seq, deleted: z.boolean().optional(), doc: doc.nullish() })),
    last_seq: seq,
    pending: z.number().optional(),
  }),
};

/**
 * An answer of the hub, checked.
 * @throws ShopbellError `hub-trouble` when it has another shape, as from a proxy in between.
 */
export function readAnswer<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new ShopbellError(
    'hub-trouble',
    'The hub gave an answer that is not of the CouchDB protocol. Check the address of the hub.',
  );
}
