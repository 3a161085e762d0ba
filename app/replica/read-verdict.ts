import { isId } from '../../domain/ids.ts';
import { VERDICT_CODES, type VerdictDocument } from '../../domain/verdict.ts';
import type { Fields } from './fields.ts';

const OUTCOMES: readonly unknown[] = ['applied', 'refused', 'needs-decision'];
const CODES: readonly unknown[] = VERDICT_CODES;

/** The verdict in a document of the hub, or null when it is not one. */
export function readVerdict(doc: Fields): VerdictDocument | null {
  const whole =
    doc['type'] === 'verdict' &&
    isId(doc['changeId']) &&
    OUTCOMES.includes(doc['outcome']) &&
    CODES.includes(doc['code']) &&
    typeof doc['reason'] === 'string';
  return whole ? (doc as unknown as VerdictDocument) : null;
}
