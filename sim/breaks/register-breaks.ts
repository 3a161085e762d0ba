import type { HubAnswer, HubFetch } from '../../app/replica/hub-line.ts';
import type { Timers } from '../../app/replica/timers.ts';
import type { Break } from './break.ts';

type Init = Parameters<HubFetch>[1];
type Bulk = { docs: { _id: string; id: string }[] };

const isPoll = (url: string): boolean => url.includes('feed=longpoll');
const isPush = (url: string): boolean => url.includes('/_bulk_docs');
const isPull = (url: string): boolean => url.includes('-orders/_changes?include_docs');
const answer = (status: number, text: string): HubAnswer => ({ status, text: () => Promise.resolve(text) });
const never = <T>(): Promise<T> => new Promise(() => undefined);

/** How long a long-poll may take before the replica gives it up, ms (app/replica/listen.ts). */
const POLL_LIMIT_MS = 35_000;

/** RxDB's own CouchDB plugin: `results.map` of an error object threw outside the loop's `try`. */
export const deadLongpoll: Break = {
  name: 'dead-longpoll',
  what: 'One JSON error on the long-poll ends it for ever, and nobody is told.',
  oracles: ['b', 'c', 'd'],
  outside({ fetch, timers, newId }) {
    let dead = false;
    const deadTimers: Timers = {
      after: (ms, run) => (dead && ms === POLL_LIMIT_MS ? () => undefined : timers.after(ms, run)),
    };
    return {
      newId,
      timers: deadTimers,
      fetch: async (url, init) => {
        if (isPoll(url) && dead) return never();
        const got = await fetch(url, init);
        const text = await got.text();
        if (isPoll(url) && !text.includes('"results"') && text.startsWith('{')) dead = true;
        return answer(got.status, text);
      },
    };
  },
};

/** RxDB's own CouchDB plugin: the long-poll begins at `now`, brings its documents itself and moves the checkpoint past them. */
export const sinceNow: Break = {
  name: 'since-now',
  what: 'The long-poll begins at the end of the feed instead of where the reading ended, and the reading goes on after it.',
  oracles: ['b', 'c', 'd', 'g'],
  outside({ fetch, ...rest }) {
    let brought: string | null = null;
    return {
      ...rest,
      fetch: async (url, init) => {
        if (isPull(url) && brought !== null) {
          const text = brought;
          brought = null;
          return answer(200, text);
        }
        if (!isPoll(url)) return fetch(url, init);
        const got = await fetch(`${url.replace(/since=[^&]*/, 'since=now')}&include_docs=true`, init);
        const text = await got.text();
        if (got.status === 200 && text.includes('"doc"')) brought = text;
        return answer(got.status, text);
      },
    };
  },
};

/** A push queue that sends its batch again and again until the hub takes all of it. */
export const blockedPush: Break = {
  name: 'blocked-push',
  what: 'One change that the hub refuses holds up every change behind it.',
  oracles: ['c'],
  outside({ fetch, ...rest }) {
    let blocked = false;
    return {
      ...rest,
      fetch: async (url, init) => {
        if (!isPush(url)) return fetch(url, init);
        if (blocked) return answer(503, '{"error":"blocked","reason":"an earlier change was refused"}');
        const got = await fetch(url, init);
        const text = await got.text();
        blocked = text.includes('"forbidden"');
        return blocked ? answer(503, '{"error":"blocked","reason":"a change was refused"}') : answer(got.status, text);
      },
    };
  },
};

/** A queue that takes a lost answer for a failure and makes the change anew. */
export const lostAnswer: Break = {
  name: 'lost-answer',
  what: 'A change whose answer was lost is sent again under a new id.',
  oracles: ['a', 'g'],
  outside({ fetch, newId, ...rest }) {
    const failed = new Map<string, string>();
    return {
      ...rest,
      newId,
      fetch: async (url, init) => {
        if (!isPush(url) || init.body === undefined) return fetch(url, init);
        const { docs } = JSON.parse(init.body) as Bulk;
        let text = JSON.stringify({ docs: docs.map((doc) => renamed(doc, failed.get(doc._id))) });
        try {
          const got = await fetch(url, { ...init, body: text } satisfies Init);
          text = await got.text();
          for (const [id, other] of failed) text = text.replaceAll(other, id);
          return answer(got.status, text);
        } catch (lost) {
          for (const { _id } of docs) failed.set(_id, anotherId(_id));
          throw lost;
        }
      },
    };
  },
};

/** Another id of the same length that nobody was given. */
const anotherId = (id: string): string => `${id.slice(0, -4)}eeee`;
const renamed = (doc: Bulk['docs'][number], id: string | undefined) =>
  id === undefined ? doc : { ...doc, _id: id, id };

/** What a hub that lost nothing answers: only the write asked along that never was (app/replica/tidemarks.ts). */
const NOTHING_LOST = '{"never-written":{"missing":[]}}';

/** A register that goes on where it was, whatever became of the hub. */
export const noGeneration: Break = {
  name: 'no-generation',
  what: 'A hub that was set back to an older backup is taken for the one it was.',
  oracles: ['a', 'b', 'c'],
  outside: ({ fetch, ...rest }) => ({
    ...rest,
    fetch: (url, init) => (url.includes('/_revs_diff') ? Promise.resolve(answer(200, NOTHING_LOST)) : fetch(url, init)),
  }),
};

/** A pull that stops at what it cannot read. */
export const noQuarantine: Break = {
  name: 'no-quarantine',
  what: 'A document that cannot be read stops the reading of all that come after it.',
  oracles: ['b', 'c', 'd'],
  outside({ fetch, ...rest }) {
    return {
      ...rest,
      fetch: async (url, init) => {
        const got = await fetch(url, init);
        if (!isPull(url)) return got;
        const text = await got.text();
        return text.includes('"o-odd-')
          ? answer(500, '{"error":"unreadable","reason":"odd document"}')
          : answer(got.status, text);
      },
    };
  },
};
