import type { Notification, NotificationConstructorOptions } from 'electron';
import { preventable } from './preventable.ts';
import { StrictEmitter } from './strict.ts';

/** Electron's `Notification`: says it was shown; a spec clicks it by emitting `click`. Nothing reaches a desktop. */
export class HostNotification
  extends StrictEmitter
  implements Pick<Notification, 'title' | 'body' | 'silent' | 'show' | 'close'>
{
  title: string;
  body: string;
  silent: boolean;

  constructor({ title = '', body = '', silent = false }: NotificationConstructorOptions = {}) {
    super('Notification');
    this.title = title;
    this.body = body;
    this.silent = silent;
  }

  show(): void {
    setImmediate(() => this.emit('show', preventable()));
  }

  close(): void {
    this.emit('close', preventable());
  }

  static isSupported(): boolean {
    return true;
  }
}
