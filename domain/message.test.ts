import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MessageState } from './message-state.ts';
import { messagesEarned, recordMessage } from './message.ts';
import { settle } from './settle.ts';
import { anyStory } from './testing/arbitraries.ts';
import { anOrder, changeOn, moves } from './testing/fixtures.ts';

const NOW = '2026-03-01T02:06:00.000Z';
const shipped = settle(anOrder(), moves('c-1', anOrder(), 'paid', 'shipped'), NOW).order ?? anOrder();
const sent: MessageState = {
  key: `${shipped.id}:p1:1`,
  kind: 'shipped',
  state: 'sent',
  to: 'mei@example.com',
  at: NOW,
  reason: '',
};

describe('messagesEarned', () => {
  it('earns nothing before anything was shipped', () => {
    expect(messagesEarned(anOrder())).toEqual([]);
  });

  it('earns one message for a parcel, keyed by order, parcel and revision', () => {
    expect(messagesEarned(shipped)).toEqual([
      { key: `${shipped.id}:p1:1`, kind: 'shipped', orderId: shipped.id, parcelId: 'p1' },
    ]);
  });

  it('earns a message for a corrected tracking ID only when the customer is to be told', () => {
    const body = { kind: 'correct-tracking', parcelId: 'p1', seenRevision: 1, courier: 'GDEX', trackingId: 'G1' };
    const keys = (tell: boolean) =>
      messagesEarned(settle(shipped, changeOn('c-2', shipped, { ...body, tell }), NOW).order ?? shipped).map(
        (m) => m.key,
      );
    expect(keys(true)).toEqual([`${shipped.id}:p1:2`]);
    expect(keys(false)).toEqual([]);
  });

  it('earns one further message for each request to send again', () => {
    const told = recordMessage(shipped, sent);
    const again = settle(told, changeOn('c-3', told, { kind: 'send-again', messageKey: sent.key }), NOW).order ?? told;
    expect(messagesEarned(again).map((message) => message.key)).toEqual([sent.key, `${shipped.id}:again:1`]);
  });

  it('still names the parcel when a message sent again is sent again', () => {
    const told = recordMessage(shipped, sent);
    const once = settle(told, changeOn('c-3', told, { kind: 'send-again', messageKey: sent.key }), NOW).order ?? told;
    const key = `${shipped.id}:again:1`;
    const failed = recordMessage(once, { ...sent, key, state: 'failed', reason: 'The mailbox is full.' });
    const twice = settle(failed, changeOn('c-4', failed, { kind: 'send-again', messageKey: key }), NOW).order ?? failed;
    expect(messagesEarned(twice).at(-1)).toMatchObject({ key: `${shipped.id}:again:2`, parcelId: 'p1' });
  });

  it('earns one further message when two people ask at the same time', () => {
    const told = recordMessage(shipped, sent);
    const both = ['c-3', 'c-4'].reduce(
      (now, id) => settle(now, changeOn(id, told, { kind: 'send-again', messageKey: sent.key }), NOW).order ?? now,
      told,
    );
    expect(messagesEarned(both)).toHaveLength(2);
    expect(both.history.at(-1)).toMatchObject({ code: 'same' });
  });

  it('earns a corrected parcel its own message, and none for a parcel of an order that was called off after all', () => {
    const undecided = settle(shipped, moves('c-2', shipped, 'paid', 'cancelled'), NOW).order ?? shipped;
    expect(messagesEarned(undecided)).toHaveLength(1);
    const decide = changeOn('c-3', shipped, { kind: 'decide', decision: 'c-2', take: 'other', seen: 'c-1' });
    expect(messagesEarned(settle(undecided, decide, NOW).order ?? undecided)).toEqual([]);
  });

  it('never earns the same key twice', () => {
    fc.assert(
      fc.property(anyStory, ({ order, changes }) => {
        const settled = changes.reduce((now, change) => settle(now, change, NOW).order ?? now, order);
        const keys = messagesEarned(settled).map((message) => message.key);
        expect(new Set(keys).size).toBe(keys.length);
        for (const key of keys) expect(key).toMatch(/^[A-Za-z0-9:_-]{1,64}$/);
      }),
    );
  });
});

describe('recordMessage', () => {
  it('writes an outcome on the order and in its history, once', () => {
    const once = recordMessage(shipped, sent);
    expect(once.messages).toEqual([sent]);
    expect(once.history.at(-1)).toMatchObject({ what: 'message-sent', to: 'mei@example.com', at: NOW });
    expect(recordMessage(once, sent)).toEqual(once);
  });

  it('replaces a failure by the later success and keeps both in the history', () => {
    const failed = recordMessage(shipped, { ...sent, state: 'failed', reason: 'The mail server did not answer.' });
    const then = recordMessage(failed, { ...sent, at: '2026-03-01T02:07:00.000Z' });
    expect(then.messages).toMatchObject([{ state: 'sent' }]);
    expect(then.history.slice(-2)).toMatchObject([{ what: 'message-failed' }, { what: 'message-sent' }]);
  });
});
