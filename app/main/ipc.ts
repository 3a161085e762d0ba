import { z } from 'zod';
import { CHANNELS, type Channel, type Channels } from '../contract/channels.ts';
import { ShopbellError } from '../../domain/errors.ts';
import { ID_PATTERN } from '../../domain/ids.ts';

/** What each call of the page runs. A channel without a handler is a type error. */
export type CallHandlers = {
  readonly [C in Channel]: (request: Channels[C]['request']) => Channels[C]['reply'] | Promise<Channels[C]['reply']>;
};

type RequestSchemas = { readonly [C in Channel]: z.ZodType<Channels[C]['request']> };

const nothing = z.undefined();

/** What each call may carry. Bounds keep a faulty page from filling memory or a notification centre. */
const REQUESTS: RequestSchemas = {
  'shell:identity': nothing,
  'shell:pair': z.strictObject({ name: z.string().max(200), code: z.string().max(100) }),
  'shell:hub-access': nothing,
  'shell:notify': z.strictObject({
    tag: z.string().min(1).max(200),
    title: z.string().max(500),
    body: z.string().max(2000),
    orderId: z.string().regex(ID_PATTERN).nullable(),
  }),
  'shell:signal': z.strictObject({ ringing: z.boolean(), newOrders: z.int().min(0).max(1_000_000) }),
  'shell:beep': nothing,
  'shell:info': nothing,
  'journal:append': z
    .array(z.strictObject({ id: z.string().regex(ID_PATTERN), text: z.string().min(2).max(1_000_000) }))
    .max(1000),
  'journal:drop-settled': z.array(z.string().regex(ID_PATTERN)).max(10_000),
  'journal:read': nothing,
  'witness:read': nothing,
  'witness:write': z.string().max(200_000),
};

/** Fails to compile when the contract's list of channels lacks one. */
const listedChannels: readonly Exclude<Channel, (typeof CHANNELS)[number]>[] extends readonly never[]
  ? typeof CHANNELS
  : never = CHANNELS;

type Sender = { readonly url: string; readonly parent: unknown };
type CallEvent = { readonly senderFrame: Sender | null };

/** The part of Electron's `ipcMain` that calls need. */
export type CallLine = {
  handle(channel: string, listener: (event: CallEvent, ...args: unknown[]) => Promise<unknown>): void;
  removeHandler(channel: string): void;
};

/**
 * Answer the page's calls. Each is refused (it rejects with `call-refused`) unless the top frame of our own page sends it with one
 * payload that fits its channel; the handlers can then trust what they get.
 */
export function setupCalls(
  line: CallLine,
  handlers: CallHandlers,
  isOurPage: (url: string) => boolean,
): { close(): void } {
  const handle = <C extends Channel>(channel: C) => {
    line.handle(channel, async ({ senderFrame }, payload, ...more) => {
      if (senderFrame === null || senderFrame.parent !== null || !isOurPage(senderFrame.url)) {
        throw new ShopbellError('call-refused', `${channel} was not called by the Register's own page.`);
      }
      const request = REQUESTS[channel].safeParse(payload);
      if (!request.success || more.length > 0) {
        throw new ShopbellError('call-refused', `${channel} was called with something it does not take.`);
      }
      return handlers[channel](request.data);
    });
  };
  for (const channel of listedChannels) handle(channel);
  return {
    close: () => {
      for (const channel of listedChannels) line.removeHandler(channel);
    },
  };
}
