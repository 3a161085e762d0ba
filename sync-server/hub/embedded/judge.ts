import type { Database } from './database.ts';
import type { Identity } from './identity.ts';
import type { Case } from './laws.ts';
import { isDatabaseAdmin } from './security.ts';
import { standingOf } from './standing.ts';
import type { Item } from './write-queue.ts';
import { ok, refuse } from './write-queue.ts';

type Open = { readonly item: Item; readonly law: Case };

/** Design documents are for admins; the laws do not look at them. */
function judgeDesign(database: Database, item: Item): void {
  if (isDatabaseAdmin(item.by, database.security())) return;
  refuse(item, item.by.name === null ? 'unauthorized' : 'forbidden', 'You are not a db or server admin.');
}

async function casesOf(database: Database, items: readonly Item[]): Promise<Open[]> {
  const standings = await Promise.all(items.map((item) => standingOf(database, item)));
  return items.flatMap((item, index): Open[] => {
    const standing = standings[index] ?? 'conflict';
    if (standing === 'conflict') refuse(item, 'conflict', 'Document update conflict.');
    else if (standing === 'known') ok(item, item.doc._rev ?? '');
    else return [{ item, law: standing.law }];
    return [];
  });
}

/** Give every item that may not be written its row; those without one afterwards may. Ids differ within `items`. */
export async function judge(database: Database, items: readonly Item[]): Promise<void> {
  for (const item of items) {
    const attachments = Object.keys(item.doc._attachments ?? {});
    if (attachments.length > 0) refuse(item, 'forbidden', 'This hub keeps no attachments.');
    else if (item.doc._id.startsWith('_design/')) judgeDesign(database, item);
  }
  const laws = await database.laws();
  if (laws.none) return;
  const ordinary = items.filter((item) => !item.row && !item.doc._id.startsWith('_design/'));
  const byPerson = new Map<Identity, Open[]>();
  for (const open of await casesOf(database, ordinary)) {
    byPerson.set(open.item.by, [...(byPerson.get(open.item.by) ?? []), open]);
  }
  for (const [person, opens] of byPerson) {
    const cases = opens.map((open) => open.law);
    const verdicts = laws.judge(cases, { ...person, db: database.name }, database.security());
    for (const [index, { item }] of opens.entries()) {
      const verdict = verdicts[index];
      if (verdict) refuse(item, verdict.error, verdict.reason);
    }
  }
}
