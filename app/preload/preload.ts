import { contextBridge, ipcRenderer } from 'electron';
import { BRIDGE_KEY, type Bridge } from '../contract/bridge.ts';
import type { Channel, Channels, Events } from '../contract/channels.ts';
import { openEventLine } from './event-line.ts';

const call = <C extends Channel>(channel: C, request: Channels[C]['request']): Promise<Channels[C]['reply']> =>
  ipcRenderer.invoke(channel, request);

const hear = <E extends keyof Events>(event: E, listener: (payload: Events[E]) => void) => {
  ipcRenderer.on(event, (_event, payload: Events[E]) => listener(payload));
};

// A notification may be clicked before the page listens: then the page hears of it as soon as it does.
const openOrder = openEventLine<string | null>('keep-last');
const wake = openEventLine<undefined>('drop');
hear('shell:open-order', openOrder.tell);
hear('shell:wake', wake.tell);

const bridge = {
  identity: () => call('shell:identity', undefined),
  pair: (request) => call('shell:pair', request),
  hubAccess: () => call('shell:hub-access', undefined),
  notify: (notice) => call('shell:notify', notice),
  signal: (signal) => call('shell:signal', signal),
  beep: () => call('shell:beep', undefined),
  info: () => call('shell:info', undefined),
  journal: {
    append: (entries) => call('journal:append', entries),
    dropSettled: (ids) => call('journal:drop-settled', ids),
    read: () => call('journal:read', undefined),
  },
  witness: {
    read: () => call('witness:read', undefined),
    write: (text) => call('witness:write', text),
  },
  onOpenOrder: (listener) => openOrder.listen(listener),
  onWake: (listener) => wake.listen(() => listener()),
} satisfies Bridge;

contextBridge.exposeInMainWorld(BRIDGE_KEY, bridge);
