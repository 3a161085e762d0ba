import type { z } from 'zod';
import { Refusal } from '../http/refusal.ts';

/**
 * The body as its schema reads it.
 * @throws Refusal 400 `checkout-malformed` naming each field that is wrong.
 */
export function parseBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> {
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  const errors = read.error.issues.map((issue) => ({ path: issue.path.map(String).join('.'), message: issue.message }));
  throw new Refusal(400, 'checkout-malformed', 'Please check the marked fields and try again.', { errors });
}
