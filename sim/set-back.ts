import type { MessageJob } from '../sync-server/messages/message-job.ts';
import type { World } from './world.ts';

/** Longer than any mail is under way, ms: a mail of a killed server still arrives, and before the hub is set back. */
const MAILS_ARRIVE_MS = 5_000;

/** Take the backup, or set the hub back to it, when the world's time for it has come. `done` counts steps. */
export async function maybeSetBack(world: World, done: number): Promise<void> {
  const { past, hub, trace } = world;
  if (done === past.backupAt) {
    past.restore = hub.backup();
    trace.note('world', 'takes a backup of the hub');
  }
  if (past.restore && done === past.restoreAt) await setBack(world, past.restore);
}

/** Stop the servers, put the older files in place, start again; have the store send again what it had sent. */
async function setBack(world: World, restore: () => void): Promise<void> {
  const { servers, time, trace, past, hub, ledger, mailbox, databases, store } = world;
  for (const server of servers) server.kill();
  await time.advance(MAILS_ARRIVE_MS);
  restore();
  past.setBack = true;
  trace.note('world', 'sets the hub back');
  ledger.setBack((hub.rows('shopbell-demo-orders')?.all() ?? []).map((row) => row.fields));
  const sent = (await databases.messages.list<MessageJob>('')).filter((job) => job.state === 'sent');
  const known = new Set(sent.map((job) => job.id));
  mailbox.forget([...mailbox.accepted.keys()].filter((key) => !known.has(key)));
  store.startOver();
  for (const server of servers) server.start();
}
