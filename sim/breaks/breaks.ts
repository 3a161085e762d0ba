import type { Break } from './break.ts';
import { blockedPush, deadLongpoll, lostAnswer, noQuarantine, sinceNow } from './register-breaks.ts';
import { lastWriterWins, mailBeforeCommit } from './server-breaks.ts';

/** Every known defect the simulator can put back, by name. */
export const BREAKS: ReadonlyMap<string, Break> = new Map(
  [deadLongpoll, sinceNow, blockedPush, lostAnswer, lastWriterWins, mailBeforeCommit, noQuarantine].map((each) => [
    each.name,
    each,
  ]),
);
