import { randomBytes } from 'node:crypto';

import type { Hub } from '../hub.ts';

/** A hub to examine, started and reachable. */
export type HubUnderExam = {
  readonly kind: Hub['kind'];
  readonly url: string;
  readonly user: string;
  readonly password: string;
  stop(): Promise<void>;
};

export type Person = { readonly user: string; readonly password: string };
export type Answer = { readonly status: number; readonly headers: Headers; readonly body: Json };

/** An answer's JSON; a test that reads a member that is not there gets undefined and fails. */
export interface Json extends Iterable<Json> {
  readonly [member: string]: Json;
}

/** A member of an answer that must be text, as a revision is. */
export function word(value: Json | undefined): string {
  if (typeof value !== 'string') throw new Error(`not a text: ${JSON.stringify(value)}`);
  return value;
}

/** An answer's members, to send it back changed. */
export const members = (value: Json): Record<string, unknown> => Object.fromEntries(Object.entries(value));

export type Asking = {
  /** Who asks: the admin unless told; null is nobody. */
  readonly as?: Person | null;
  readonly headers?: Record<string, string>;
  readonly signal?: AbortSignal;
  /** Sent as it is, where `body` would be made JSON. */
  readonly raw?: string;
};

/** What the exams ask through: plain requests, and databases and people that are gone afterwards. */
export type Examination = {
  readonly hub: HubUnderExam;
  readonly ask: (method: string, path: string, body?: unknown, asking?: Asking) => Promise<Answer>;
  /** As `ask`, but the response as it comes. */
  readonly open: (method: string, path: string, body?: unknown, asking?: Asking) => Promise<Response>;
  /** A new database of one shard, so that the order of its feed is the order of its writes. */
  readonly database: () => Promise<string>;
  /** A new user with these roles. */
  readonly person: (roles: readonly string[]) => Promise<Person>;
  /** A shop's id nobody used before; its databases are removed as well. */
  readonly shop: () => string;
  readonly clean: () => Promise<void>;
};

const basic = ({ user, password }: Person) => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
const unique = (what: string) => `${what}-${randomBytes(6).toString('hex')}`;

async function jsonOf(response: Response): Promise<Json> {
  const text = await response.text();
  return (text === '' ? null : JSON.parse(text)) as Json;
}

export function examine(hub: HubUnderExam): Examination {
  const databases: string[] = [];
  const people: string[] = [];
  const shops: string[] = [];

  const open: Examination['open'] = (method, path, body, asking = {}) => {
    const person = asking.as === undefined ? hub : asking.as;
    const sent = asking.raw ?? (body === undefined ? undefined : JSON.stringify(body));
    return fetch(`${hub.url}${path}`, {
      method,
      headers: {
        accept: 'application/json',
        ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
        ...(person ? { authorization: basic(person) } : {}),
        ...asking.headers,
      },
      ...(sent === undefined ? {} : { body: sent }),
      ...(asking.signal ? { signal: asking.signal } : {}),
    });
  };

  const ask: Examination['ask'] = async (...asked) => {
    const response = await open(...asked);
    return { status: response.status, headers: response.headers, body: await jsonOf(response) };
  };

  return {
    hub,
    ask,
    open,
    async database() {
      const name = unique('exam');
      databases.push(name);
      const made = await ask('PUT', `/${name}?q=1`);
      if (made.status !== 201) throw new Error(`no database: ${made.status}`);
      return name;
    },
    async person(roles) {
      const person = { user: unique('person'), password: unique('password') };
      people.push(person.user);
      const doc = { name: person.user, password: person.password, roles, type: 'user' };
      const made = await ask('PUT', `/_users/org.couchdb.user:${person.user}`, doc);
      if (made.status !== 201) throw new Error(`no user: ${made.status}`);
      return person;
    },
    shop() {
      const shop = unique('exam');
      shops.push(shop);
      return shop;
    },
    async clean() {
      const all = await ask('GET', '/_all_dbs');
      const ours = (name: string) =>
        databases.includes(name) || shops.some((shop) => name.startsWith(`shopbell-${shop}-`));
      for (const name of Array.from(all.body, word).filter(ours)) await ask('DELETE', `/${name}`);
      for (const user of people) {
        const path = `/_users/org.couchdb.user:${user}`;
        const { body } = await ask('GET', path);
        await ask('DELETE', `${path}?rev=${word(body['_rev'])}`);
      }
    },
  };
}
