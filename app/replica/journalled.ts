import type { Change } from '../../domain/change.ts';
import { parseChange } from '../../domain/parse-change.ts';
import type { Journal } from './journal.ts';

/** Whose changes are read from the journal: another pairing's stay in it, for they cannot be sent in this one's name. */
export type Owner = { readonly shop: string; readonly register: string };

/** The changes of this register that the journal holds, oldest first. What is not a change is passed over. */
export async function journalledChanges(journal: Journal, owner: Owner): Promise<readonly Change[]> {
  const entries = await journal.read();
  return entries.flatMap(({ text }) => {
    const parsed = parseChange(parsedJson(text));
    return parsed.ok && parsed.change.shop === owner.shop && parsed.change.register.id === owner.register
      ? [parsed.change]
      : [];
  });
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
