import type { Break } from './break.ts';
import { blockedPush, deadLongpoll, lostAnswer, noGeneration, noQuarantine, sinceNow } from './register-breaks.ts';
import { lastWriterWins, mailBeforeCommit } from './server-breaks.ts';

/** Every known defect the simulator can put back, by name. */
export const BREAKS: ReadonlyMap<string, Break> = new Map(
  [deadLongpoll, sinceNow, blockedPush, lostAnswer, lastWriterWins, mailBeforeCommit, noQuarantine, noGeneration].map(
    (each) => [each.name, each],
  ),
);
