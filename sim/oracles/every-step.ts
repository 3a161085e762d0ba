import type { World } from '../world.ts';

/**
 * What must be true at every step: an act that a person was told is saved is settled at the hub or stands on that register's
 * list; and what the list calls sent lies at the hub.
 */
export function checkStep(world: World): void {
  const { ledger, registers, hub, past } = world;
  // A hub that was set back has lost what registers rightly called settled; at the end it must have it again.
  if (past.setBack) return ledger.check();
  const changes = hub.rows('shopbell-demo-changes');
  for (const register of registers) {
    const waiting = register.waiting();
    if (!waiting) continue;
    const listed = new Set(waiting.map((row) => row.change.id));
    for (const [id, act] of ledger.accepted) {
      if (act.register !== register.id || ledger.settled.has(id) || ledger.discarded.has(id) || listed.has(id))
        continue;
      ledger.broken('g', `${register.id} shows nothing of ${act.change.kind} ${id}, which the hub has not settled`);
    }
    for (const { state, change } of waiting)
      if (state === 'sent' && !changes?.row(change.id))
        ledger.broken('g', `${register.id} calls ${change.id} sent, but the hub has it not`);
  }
  ledger.check();
}
