import { z } from 'zod';

const problemSchema = z.object({
  code: z.string(),
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).default([]),
});

/** Why the server did not do what was asked, in words for the customer. `unreachable`: it may or may not have heard. */
export type StoreFault = z.infer<typeof problemSchema>;

export const UNREACHABLE: StoreFault = {
  code: 'unreachable',
  detail: 'The store cannot be reached just now. Check the connection and try again.',
  errors: [],
};

const STRANGE: StoreFault = {
  code: 'strange',
  detail: 'The store gave an answer this page does not understand. Load the page again.',
  errors: [],
};

/** The problem in a refused answer; plain words of our own when the body is none (docs/wire.md). */
export function faultIn(status: number, body: unknown): StoreFault {
  const problem = problemSchema.safeParse(body);
  if (problem.success) return problem.data;
  return status >= 500 ? UNREACHABLE : STRANGE;
}
