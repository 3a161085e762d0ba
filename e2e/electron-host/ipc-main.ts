import type { IpcMain } from 'electron';
import type { Host } from './host.ts';
import { decode, encode } from './codec.ts';
import { StrictEmitter } from './strict.ts';

type Handle = Parameters<IpcMain['handle']>[1];

/** Electron's `ipcMain` as far as the shell uses it: `handle` and `removeHandler`. */
export class HostIpcMain extends StrictEmitter implements Pick<IpcMain, 'handle' | 'removeHandler'> {
  private readonly handlers: Host['invokeHandlers'];

  constructor(host: Host) {
    super('ipcMain');
    this.handlers = host.invokeHandlers;
  }

  handle(channel: string, listener: Handle): void {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    // Electron hands its own event class; the host hands the members that a handler may read.
    this.handlers.set(channel, listener as (event: object, ...args: unknown[]) => unknown);
  }

  removeHandler(channel: string): void {
    this.handlers.delete(channel);
  }
}

/** Run the handler of one `ipcRenderer.invoke`; the text is the coded result, or the rejection in Electron's words. */
export async function answerInvoke(host: Host, event: object, channel: string, args: string) {
  try {
    const handler = host.invokeHandlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    const decoded = decode(args);
    return { ok: true, text: encode(await handler(event, ...(Array.isArray(decoded) ? decoded : []))) };
  } catch (error) {
    return { ok: false, text: `Error invoking remote method '${channel}': ${String(error)}` };
  }
}
