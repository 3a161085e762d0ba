import { ShopbellError } from '../../../domain/errors.ts';

/** A refusal as CouchDB words it: an HTTP status and `{ error, reason }`. `code` is CouchDB's error word. */
export class CouchError extends ShopbellError {
  readonly status: number;

  constructor(status: number, error: string, reason: string) {
    super(error, reason);
    this.status = status;
  }
}

export const badRequest = (reason: string, error = 'bad_request') => new CouchError(400, error, reason);
export const unauthorized = (reason: string) => new CouchError(401, 'unauthorized', reason);
export const forbidden = (reason: string) => new CouchError(403, 'forbidden', reason);
export const notFound = (reason = 'missing') => new CouchError(404, 'not_found', reason);
export const conflict = () => new CouchError(409, 'conflict', 'Document update conflict.');
export const notImplemented = (reason: string) => new CouchError(501, 'not_implemented', reason);
export const noAttachments = () => notImplemented('This hub keeps no attachments.');

/** PouchDB's refusals carry a status and CouchDB's words already; anything else is a defect and stays what it is. */
export function asCouchError(fault: unknown): unknown {
  if (fault instanceof CouchError || typeof fault !== 'object' || fault === null) return fault;
  const { status, name, error, reason, message } = fault as Record<string, unknown>;
  if (typeof status !== 'number' || status < 400 || status > 499) return fault;
  if (status === 404) return notFound(typeof reason === 'string' ? reason : 'missing');
  if (status === 409) return conflict();
  const said = (...words: unknown[]) => words.find((word) => typeof word === 'string') ?? 'bad_request';
  return new CouchError(status, said(name, error), said(reason, message, name));
}
