import { ShopbellError } from '../../../domain/errors.ts';
import type { HubDatabase } from '../../hub/hub.ts';
import type { MessageJob } from '../../messages/message-job.ts';
import { backoffMs } from '../backoff.ts';
import type { Clock } from '../clock.ts';

/**
 * Write what became of a mail, however long the hub is away: this knowledge exists nowhere else. If somebody has written the
 * job meanwhile (another server that took us for dead), what truly happened to the mail still wins.
 * @returns the job's revision.
 * @throws the hub's error once `signal` has ended; the job then stays `sending` and is looked at after the restart.
 */
export async function keepResult(
  messages: HubDatabase,
  job: MessageJob,
  claimRev: string,
  clock: Clock,
  signal: AbortSignal,
): Promise<string> {
  let rev: string | undefined = claimRev;
  for (let failures = 1; ; failures += 1) {
    try {
      const written = await messages.put<MessageJob>(job, rev);
      if (written.ok) return written.rev;
      rev = (await messages.get<MessageJob>(job.id))?._rev;
    } catch (error) {
      if (signal.aborted || !(error instanceof ShopbellError)) throw error;
      await clock.sleep(backoffMs(failures, clock.random()), signal);
    }
  }
}
