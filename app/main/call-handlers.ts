import type { ShellInfo } from '../contract/bridge.ts';
import type { PairRequest, PairResult } from '../contract/identity.ts';
import type { BridgeJournal, BridgeWitness } from '../contract/journal.ts';
import type { AlarmSignal } from '../contract/notice.ts';
import type { CallHandlers } from './ipc.ts';
import type { NoticePort } from './notify/notice-port.ts';
import type { RegisterKeys } from './register-keys.ts';

type Parts = {
  readonly server: string;
  readonly keys: RegisterKeys;
  readonly pair: (request: PairRequest) => Promise<PairResult>;
  readonly notices: NoticePort;
  readonly openOrder: (orderId: string | null) => void;
  readonly signal: (signal: AlarmSignal) => void;
  readonly beep: () => void;
  readonly info: ShellInfo;
  readonly journal: BridgeJournal;
  readonly witness: BridgeWitness;
};

/** What each call of the page does. */
export function callHandlers({
  server,
  keys,
  pair,
  notices,
  openOrder,
  signal,
  beep,
  info,
  journal,
  witness,
}: Parts): CallHandlers {
  return {
    'shell:identity': () => keys.identity(),
    'shell:pair': (request) => pair(request),
    'shell:hub-access': () => ({ url: `${server}/db` }),
    'shell:notify': (notice) => notices.show(notice, () => openOrder(notice.orderId)),
    'shell:signal': (shown) => {
      signal(shown);
      return undefined;
    },
    'shell:beep': () => {
      beep();
      return undefined;
    },
    'shell:info': () => info,
    'journal:append': (entries) => journal.append(entries),
    'journal:drop-settled': (ids) => journal.dropSettled(ids),
    'journal:read': () => journal.read(),
    'witness:read': () => witness.read(),
    'witness:write': (text) => witness.write(text),
  };
}
