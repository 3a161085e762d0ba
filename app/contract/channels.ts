import type { HubAccess, Identity, PairRequest, PairResult } from './identity.ts';
import type { JournalContent, JournalEntry, JournalResult } from './journal.ts';
import type { AlarmSignal, NoticeResult, ShellNotice } from './notice.ts';
import type { ShellInfo } from './bridge.ts';

/** Every call over the process line: channel to request and reply. A channel that is not here does not exist. */
export type Channels = {
  'shell:identity': { request: undefined; reply: Identity | null };
  'shell:pair': { request: PairRequest; reply: PairResult };
  'shell:hub-access': { request: undefined; reply: HubAccess };
  'shell:notify': { request: ShellNotice; reply: NoticeResult };
  'shell:signal': { request: AlarmSignal; reply: undefined };
  'shell:beep': { request: undefined; reply: undefined };
  'shell:info': { request: undefined; reply: ShellInfo };
  'journal:append': { request: readonly JournalEntry[]; reply: JournalResult };
  'journal:drop-settled': { request: readonly string[]; reply: JournalResult };
  'journal:read': { request: undefined; reply: JournalContent | null };
  'witness:read': { request: undefined; reply: string | null };
  'witness:write': { request: string; reply: boolean };
};

export type Channel = keyof Channels;

/** Events the shell sends to the page. */
export type Events = { 'shell:open-order': string | null; 'shell:wake': undefined };

export const CHANNELS = [
  'shell:identity',
  'shell:pair',
  'shell:hub-access',
  'shell:notify',
  'shell:signal',
  'shell:beep',
  'shell:info',
  'journal:append',
  'journal:drop-settled',
  'journal:read',
  'witness:read',
  'witness:write',
] as const satisfies readonly Channel[];
