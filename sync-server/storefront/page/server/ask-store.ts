import type { z } from 'zod';
import { faultIn, type StoreFault, UNREACHABLE } from './store-fault.ts';

/** An answer read by its schema, or the fault: a refusal is a value here, never an exception. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: StoreFault };

/** Longer than the server ever takes, shorter than a customer's patience, ms. */
const PATIENCE_MS = 20_000;

/**
 * Ask the store's server; with a `body` it is a POST. Resolves with a fault when the server refuses, cannot be reached or
 * answers nonsense; rejects only when `signal` gave up the question.
 */
export async function askStore<Schema extends z.ZodType>(
  path: 'catalogue' | 'quote' | 'checkout',
  schema: Schema,
  options: { readonly body?: unknown; readonly signal?: AbortSignal } = {},
): Promise<Answer<z.infer<Schema>>> {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  const signal = options.signal ? AbortSignal.any([options.signal, patience]) : patience;
  try {
    const answer = await fetch(`/store/api/${path}`, {
      signal,
      ...(options.body === undefined
        ? {}
        : {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(options.body),
          }),
    });
    const text = await answer.text();
    const body = readJson(text);
    if (!answer.ok) return { ok: false, fault: faultIn(answer.status, body) };
    const read = schema.safeParse(body);
    return read.success ? { ok: true, value: read.data } : { ok: false, fault: faultIn(answer.status, null) };
  } catch (error) {
    if (options.signal?.aborted) throw error;
    return { ok: false, fault: UNREACHABLE };
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is not a problem answer; the caller turns it into words.
    return null;
  }
}
