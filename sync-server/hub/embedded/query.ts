import { badRequest, CouchError } from './couch-error.ts';

/** A request's query as Fastify reads it: a repeated name is a list. */
export type Query = Record<string, string | string[] | undefined>;

const parseError = (reason: string) => new CouchError(400, 'query_parse_error', reason);

export function text(query: Query, name: string): string | undefined {
  const value = query[name];
  return Array.isArray(value) ? value.at(-1) : value;
}

/** @throws CouchError 400 when it is neither `true` nor `false`. */
export function flag(query: Query, name: string): boolean {
  const value = text(query, name)?.toLowerCase();
  if (value === undefined || value === 'false') return false;
  if (value === 'true') return true;
  throw parseError(`Invalid boolean parameter: "${value}"`);
}

/** @throws CouchError 400 when it is not a whole number of 0 or more. */
export function whole(query: Query, name: string): number | undefined {
  const value = text(query, name);
  if (value === undefined) return undefined;
  if (!/^\d{1,15}$/.test(value)) throw badRequest(`The ${name} parameter should be a non-negative integer`);
  return Number(value);
}

/** A parameter that is JSON. @throws CouchError 400 when it is not. */
export function json(query: Query, ...names: string[]): unknown {
  const value = names.map((name) => text(query, name)).find((each) => each !== undefined);
  if (value === undefined) return undefined;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    throw badRequest('invalid UTF-8 JSON');
  }
}

/** A key of `_all_docs`: a string, or nothing. @throws CouchError 400 when it is something else. */
export function stringKey(value: unknown, name: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  throw parseError(`\`${name}\` must be a string.`);
}
