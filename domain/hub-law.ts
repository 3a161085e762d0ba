import { CHANGE_KINDS } from './change.ts';
import { ID_PATTERN } from './ids.ts';

/** What the law's functions know; handed in, because CouchDB runs their text where nothing else exists. */
export type LawFacts = { readonly idPattern: string; readonly kinds: readonly string[]; readonly shop: string };

type Doc = { [key: string]: unknown };
type UserContext = { name: string | null; roles: string[] };

/**
 * `validate_doc_update` of the changes database: a register may only add well-formed changes in its own name; nobody
 * but the hub's admin may alter or remove one. Runs inside CouchDB from its own text, so it is plain ES5 and uses
 * nothing but its parameters.
 * @throws an object `{ forbidden: sentence }`, which CouchDB answers as 403.
 * @see https://docs.couchdb.org/en/stable/ddocs/ddocs.html#validate-document-update-functions
 */
export function changesLaw(newDoc: Doc, oldDoc: Doc | null, user: UserContext, facts: LawFacts): void {
  var refuse = function (sentence: string) {
    throw { forbidden: sentence };
  };
  if (user.roles.indexOf('_admin') !== -1) return;
  if (newDoc._deleted || oldDoc) refuse('A change is never altered or removed.');
  // Only a replicated document brings a history along. It would pass by what is stored and could take another's place.
  var history = newDoc._revisions as { ids?: unknown[] } | undefined;
  if (history && history.ids && history.ids.length > 0)
    refuse('A change is written once, where it was made, and never replicated.');
  var isId = function (value: unknown) {
    return typeof value === 'string' && new RegExp(facts.idPattern).test(value);
  };
  var register = newDoc.register as Doc | undefined;
  var staff = newDoc.staff as Doc | undefined;
  if (newDoc.type !== 'change' || newDoc.id !== newDoc._id) refuse('Only changes may be written here.');
  if (!isId(newDoc._id) || !isId(newDoc.orderId)) refuse('An id is missing or not valid.');
  if (newDoc.shop !== facts.shop) refuse('This change belongs to another shop.');
  if (facts.kinds.indexOf(newDoc.kind as string) === -1) refuse('The kind of change is not known.');
  if (!register || register.id !== user.name) refuse('A register may only add changes in its own name.');
  if (!staff || !isId(staff.id)) refuse('A change must name the person who made it.');
  if (typeof newDoc.at !== 'string') refuse('A change must say when it was made.');
  if (newDoc._attachments) refuse('A change carries no files.');
}

/**
 * `validate_doc_update` of every other database: only the hub's admin writes there.
 * @throws an object `{ forbidden: sentence }`.
 */
export function readOnlyLaw(_newDoc: Doc, _oldDoc: Doc | null, user: UserContext): void {
  if (user.roles.indexOf('_admin') === -1) throw { forbidden: 'Registers read here; only the hub writes.' };
}

/** The text CouchDB stores and runs as `validate_doc_update` of the changes database of `shop`. */
export function changesLawText(shop: string): string {
  const facts: LawFacts = { idPattern: ID_PATTERN.source, kinds: CHANGE_KINDS, shop };
  return `function (newDoc, oldDoc, userCtx, secObj) { (${changesLaw.toString()})(newDoc, oldDoc, userCtx, ${JSON.stringify(facts)}); }`;
}

/** The text CouchDB stores and runs as `validate_doc_update` of a database that registers only read. */
export function readOnlyLawText(): string {
  return `function (newDoc, oldDoc, userCtx, secObj) { (${readOnlyLaw.toString()})(newDoc, oldDoc, userCtx); }`;
}
