import type { HubDatabase, ShopDatabases, Written } from '../../sync-server/hub/hub.ts';
import type { MessageJob } from '../../sync-server/messages/message-job.ts';
import type { Break } from './break.ts';

type Doc = { readonly id: string; readonly _rev?: string };

/** Writes orders on top of whatever stands there; verdicts beside them as they should be. */
function overwriting(orders: HubDatabase): HubDatabase {
  async function put<T extends Doc>(doc: T): Promise<Written> {
    if ((doc as { type?: unknown }).type !== 'order') return orders.put(doc, doc._rev);
    const stands = await orders.get<T>(doc.id);
    const written = await orders.put(doc, stands?._rev);
    return written.ok ? written : put(doc);
  }
  return { ...orders, put, putAll: (docs) => Promise.all(docs.map(put)) };
}

/** A flow that writes what it decided, not asking whether somebody wrote meanwhile. */
export const lastWriterWins: Break = {
  name: 'last-writer-wins',
  what: 'Orders are written over whatever stands there by then.',
  oracles: ['a'],
  ports: (databases) => ({ ...databases, orders: overwriting(databases.orders) }),
};

/**
 * Holds back the claim on a job and answers it as done. The mail then leaves first; what became of it is written after, where
 * the claim should have been.
 */
function withoutClaim(messages: HubDatabase): HubDatabase {
  const before = new Map<string, string | undefined>();
  return {
    ...messages,
    async put(doc, rev) {
      const job = doc as unknown as MessageJob;
      if (job.state === 'sending') {
        before.set(job.id, rev);
        return { ok: true, rev: `held-${job.id}` };
      }
      return messages.put(doc, rev?.startsWith('held-') ? before.get(doc.id) : rev);
    },
  };
}

/** A flow that sends first and notes it afterwards: killed in between, or run twice, it sends again. */
export const mailBeforeCommit: Break = {
  name: 'mail-before-commit',
  what: 'A mail is handed over before the job is claimed.',
  oracles: ['e'],
  ports: (databases: ShopDatabases) => ({ ...databases, messages: withoutClaim(databases.messages) }),
};
