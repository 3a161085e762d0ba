import { STATUS_CODES } from 'node:http';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { ShopbellError } from '../../domain/errors.ts';
import { fieldFaults } from './field-faults.ts';
import { type FieldFault, Refusal } from './refusal.ts';

/** RFC 9457 answer of every refused request (docs/wire.md). */
export type Problem = {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly FieldFault[];
};

export type ProblemAnswer = {
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;
  /** True for a fault of ours: to be logged as an error. */
  readonly unforeseen: boolean;
};

const RETRY_SOON = { 'retry-after': '5' };

const BY_FASTIFY: Record<string, readonly [status: number, code: string, detail: string]> = {
  FST_ERR_CTP_BODY_TOO_LARGE: [413, 'too-large', 'The request is larger than 256 KB. Send less in one request.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [415, 'not-json', 'Send the body as JSON, with Content-Type: application/json.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: [400, 'bad-json', 'The body is empty. Send a JSON object.'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [400, 'bad-length', 'The body does not have the length its header says.'],
  FST_ERR_BAD_URL: [400, 'bad-address', 'The address is not valid.'],
  FST_ERR_ROUTE_NOT_FOUND: [404, 'not-found', 'There is nothing at this address.'],
};

/** The answer to an error thrown by any handler. Faults of ours say nothing of their inside. */
export function problemOf(error: unknown): ProblemAnswer {
  if (error instanceof Refusal) return answer(error.status, error.code, error.message, error.errors, error.headers);
  if (error instanceof ShopbellError && error.code.startsWith('hub-'))
    return answer(
      503,
      error.code,
      'The hub cannot be reached just now. Nothing was kept; send it again.',
      [],
      RETRY_SOON,
    );
  if (hasZodFastifySchemaValidationErrors(error))
    return answer(400, 'invalid', 'Some fields are missing or not valid; see errors.', fieldFaults(error.validation));
  const known = BY_FASTIFY[codeOf(error)];
  if (known) return answer(...known);
  return {
    ...answer(500, 'fault', 'Something went wrong here. It was noted; please send the request again.'),
    unforeseen: true,
  };
}

/** `code` of an error of Node or Fastify, or its name: what the log may hold of it. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = (error as NodeJS.ErrnoException).code;
  return typeof code === 'string' ? code : error.name;
}

function answer(
  status: number,
  code: string,
  detail: string,
  errors: readonly FieldFault[] = [],
  headers: Readonly<Record<string, string>> = {},
): ProblemAnswer {
  const title = STATUS_CODES[status] ?? 'Error';
  const problem: Problem = { type: 'about:blank', title, status, code, detail, ...(errors.length ? { errors } : {}) };
  return { problem, headers, unforeseen: false };
}
