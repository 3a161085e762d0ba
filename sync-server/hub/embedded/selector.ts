const isMembers = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** True for a condition that PouchDB also finds fulfilled by a document that lacks the field: it indexes those as `null`. */
function meetsNothing(condition: unknown): boolean {
  if (condition === null) return true;
  if (!isMembers(condition) || ['$exists', '$gt', '$gte'].some((bound) => bound in condition)) return false;
  return '$lt' in condition || '$lte' in condition || condition['$eq'] === null;
}

/**
 * A selector that means to PouchDB what it means to CouchDB, where a document without a field meets no comparison of it.
 * A lower bound (`$gt`, `$gte`) beside the upper one keeps the question on the index alone; without it documents are read.
 */
export function asCouchReads(selector: object): Record<string, unknown> {
  const entries = Object.entries(selector).map(([field, condition]: [string, unknown]) => {
    if (field === '$and' && Array.isArray(condition))
      return [field, condition.map((each: unknown) => (isMembers(each) ? asCouchReads(each) : each))];
    if (field.startsWith('$') || !meetsNothing(condition)) return [field, condition];
    return [field, { ...(condition === null ? { $eq: null } : condition), $exists: true }];
  });
  return Object.fromEntries(entries) as Record<string, unknown>;
}
