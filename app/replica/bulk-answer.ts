import { badAnswer } from './hub-fault.ts';
import { isFields } from './fields.ts';
import type { Outcome } from './outbox.ts';

/** Errors of a single document that will not go away by asking again. */
const FINAL = ['forbidden', 'doc_validation', 'bad_request', 'illegal_docid', 'too_large', 'document_too_large'];

/**
 * What an answer of `_bulk_docs` says of each change. `conflict` means the hub has that id already, which is what we
 * wanted: a change is never altered. Changes the answer leaves open, or refuses for now, are in none of the outcomes.
 * @throws HubFault `bad-answer` when it is not such an answer.
 * @see https://docs.couchdb.org/en/stable/api/database/bulk-api.html#db-bulk-docs
 */
export function readBulkAnswer(value: unknown): readonly Outcome[] {
  if (!Array.isArray(value)) throw badAnswer();
  return value.flatMap((each: unknown): Outcome[] => {
    if (!isFields(each) || typeof each['id'] !== 'string') throw badAnswer();
    const { id, error, reason } = each;
    if (error === undefined || error === 'conflict') return [{ id, state: 'sent' }];
    if (!FINAL.includes(error as string)) return [];
    return [{ id, state: 'refused', code: 'not-accepted', reason: typeof reason === 'string' ? reason : '' }];
  });
}
