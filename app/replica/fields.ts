/** An object read from outside, its fields not known yet. */
export type Fields = Record<string, unknown>;

/** True for a plain object: neither null nor a list. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
