import { badRequest, CouchError } from './couch-error.ts';
import { isReservedLocal } from './database.ts';
import { checkLawText } from './laws.ts';
import type { Doc } from './pouch.ts';

/** CouchDB's `max_document_size`, in bytes. */
export const MAX_DOCUMENT_BYTES = 8_000_000;

/** Members that begin with an underscore and that a client may send, as in CouchDB. */
const MEMBERS = new Set([
  '_id',
  '_rev',
  '_deleted',
  '_revisions',
  '_attachments',
  '_revs_info',
  '_conflicts',
  '_deleted_conflicts',
  '_local_seq',
]);

const REV = /^[1-9]\d{0,8}-[A-Za-z0-9]{1,64}$/;
const LOCAL_REV = /^0-\d{1,15}$/;
const illegalId = (reason: string) => new CouchError(400, 'illegal_docid', reason);

/** @throws CouchError 400 `illegal_docid` when `id` cannot name a document. */
export function checkId(id: unknown): asserts id is string {
  if (typeof id !== 'string') throw illegalId('Document id must be a string');
  if (id === '') throw illegalId('Document id must not be empty');
  if (id === '_design/' || id === '_local/') throw illegalId(`Illegal document id \`${id}\``);
  if (id.startsWith('_') && !id.startsWith('_design/') && !id.startsWith('_local/')) {
    throw illegalId('Only reserved document ids may start with underscore.');
  }
  if (/[\p{Surrogate}\0]/u.test(id)) throw illegalId('Document id must be valid UTF-8');
  if (isReservedLocal(id)) throw new CouchError(403, 'forbidden', 'This local document belongs to the hub.');
}

/** @throws CouchError 400 when `rev` is no revision. */
export function checkRev(rev: unknown, local = false): asserts rev is string {
  if (typeof rev !== 'string' || !(local ? LOCAL_REV : REV).test(rev)) throw badRequest('Invalid rev format');
}

function checkRevisions(value: unknown): void {
  const { start, ids } = (value ?? {}) as { start?: unknown; ids?: unknown };
  const invalid = (reason: string) => badRequest(reason, 'doc_validation');
  if (!Number.isSafeInteger(start)) throw invalid("_revisions.start isn't an integer.");
  if (!Array.isArray(ids) || ids.length === 0) throw invalid("_revisions.ids isn't a array.");
  if (!ids.every((id) => typeof id === 'string' && /^[A-Za-z0-9]{1,64}$/.test(id))) {
    throw invalid("RevId isn't a string");
  }
  if ((start as number) < ids.length) throw invalid('_revisions.start is less than its ids.');
}

/**
 * A document a client sent, checked for what CouchDB refuses before it looks at any database.
 * @throws CouchError 400 (not a document) or 413 (too large).
 */
export function readDoc(value: unknown, options: { readonly id?: string; readonly requestBytes: number }): Doc {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badRequest('Document must be a JSON object');
  }
  const doc = { ...value, ...(options.id === undefined ? {} : { _id: options.id }) } as Doc;
  checkId(doc._id);
  const stranger = Object.keys(doc).find((member) => member.startsWith('_') && !MEMBERS.has(member));
  if (stranger) throw badRequest(`Bad special document member: ${stranger}`, 'doc_validation');
  if (doc._deleted !== undefined && typeof doc._deleted !== 'boolean') throw badRequest('_deleted must be a boolean');
  if (doc._rev === '' || doc._rev === null) delete doc._rev;
  if (doc._rev !== undefined) checkRev(doc._rev, doc._id.startsWith('_local/'));
  if (doc._revisions !== undefined) checkRevisions(doc._revisions);
  if (doc._id.startsWith('_design/') && doc['validate_doc_update'] !== undefined && !doc._deleted) {
    checkLawText(doc['validate_doc_update']);
  }
  if (options.requestBytes > MAX_DOCUMENT_BYTES && Buffer.byteLength(JSON.stringify(doc)) > MAX_DOCUMENT_BYTES) {
    throw new CouchError(413, 'document_too_large', doc._id);
  }
  return doc;
}
