import type { FastifySchemaValidationError } from 'fastify';
import type { FieldFault } from './refusal.ts';

/** The most faults one answer lists; a body that is wrong throughout needs no more. */
const LIMIT = 50;

/** What the schema found wrong, field by field; an unknown field is named by its own path. */
export function fieldFaults(found: readonly FastifySchemaValidationError[]): FieldFault[] {
  return found.flatMap(faultsOf).slice(0, LIMIT);
}

function faultsOf(found: FastifySchemaValidationError): FieldFault[] {
  const path = found.instancePath.split('/').filter(Boolean);
  if (found.keyword !== 'unrecognized_keys') return [{ path: path.join('.'), message: plainMessage(found) }];
  const keys = found.params['keys'] as readonly string[];
  return keys.map((key) => ({ path: [...path, key.slice(0, 60)].join('.'), message: 'is not a known field' }));
}

/** Our schemas say most in their own words; where a whole object is missing or of another kind, zod does. */
function plainMessage({ keyword, message = 'is not valid', params }: FastifySchemaValidationError): string {
  if (!message.startsWith('Invalid input')) return message;
  if (keyword !== 'invalid_type') return 'is not valid';
  return message.endsWith('received undefined') ? 'is missing' : `must be of the kind: ${String(params['expected'])}`;
}
