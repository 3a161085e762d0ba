import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { DatabaseRoute, HubContext } from './context.ts';
import { databaseOf } from './context.ts';
import { badRequest } from './couch-error.ts';
import type { FeedQuery } from './feed.ts';
import { answerFeed, readFeed } from './feed.ts';
import type { Patience } from './feed-stream.ts';
import { continuous, longPoll } from './feed-stream.ts';
import type { Query } from './query.ts';
import { flag, json, text, whole } from './query.ts';
import { readSequence } from './sequence.ts';

/** CouchDB's `changes_timeout`, milliseconds: the longest a feed waits, and how often it beats by default. */
const CHANGES_TIMEOUT_MS = 60_000;

const isStrings = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

function patienceOf(query: Query): Patience {
  const timeoutMs = Math.min(whole(query, 'timeout') ?? CHANGES_TIMEOUT_MS, CHANGES_TIMEOUT_MS);
  if (text(query, 'heartbeat') === 'true') return { timeoutMs, heartbeatMs: CHANGES_TIMEOUT_MS };
  const heartbeatMs = whole(query, 'heartbeat');
  if (heartbeatMs === 0) throw badRequest('The heartbeat value should be a positive integer (in milliseconds).');
  return { timeoutMs, heartbeatMs };
}

function filterOf(query: Query, body: unknown): Pick<FeedQuery, 'docIds' | 'selector'> {
  const filter = text(query, 'filter');
  const members = (body ?? {}) as Record<string, unknown>;
  if (filter === undefined || filter === '') return {};
  if (filter === '_doc_ids') {
    const docIds = members['doc_ids'] ?? json(query, 'doc_ids');
    if (!isStrings(docIds)) throw badRequest('`doc_ids` filter parameter is not a list of doc ids.');
    return { docIds };
  }
  if (filter === '_selector') {
    const { selector } = members;
    if (typeof selector !== 'object' || selector === null) throw badRequest('Selector error: expected a JSON object');
    return { selector };
  }
  throw badRequest('Only the filters _doc_ids and _selector are known here.');
}

/** `_changes`: what was written, in the order it was written. */
export function changesRoutes(fastify: FastifyInstance, context: HubContext): void {
  async function changes(request: FastifyRequest<DatabaseRoute>, reply: FastifyReply): Promise<object> {
    const { database } = await databaseOf(context, request);
    const query = request.query;
    const since = text(query, 'since') ?? text(query, 'last-event-id') ?? request.headers['last-event-id'] ?? '0';
    const { update_seq: end } = await database.pouch.info();
    const question: FeedQuery = {
      since: readSequence(String(since), database.token, end),
      limit: whole(query, 'limit'),
      includeDocs: flag(query, 'include_docs'),
      conflicts: flag(query, 'conflicts'),
      descending: flag(query, 'descending'),
      allLeaves: text(query, 'style') === 'all_docs',
      ...filterOf(query, request.body),
    };
    const feed = text(query, 'feed') ?? 'normal';
    if (feed === 'normal') return answerFeed(database, question, await readFeed(database, question));
    const patience = patienceOf(query);
    if (feed === 'longpoll') return longPoll(database, question, reply, context.waiting, patience);
    if (feed === 'continuous' || feed === 'live')
      return continuous(database, question, reply, context.waiting, patience);
    throw badRequest('Supported `feed` types: normal, continuous, live, longpoll');
  }

  fastify.get<DatabaseRoute>('/:db/_changes', { exposeHeadRoute: false }, changes);
  fastify.post<DatabaseRoute>('/:db/_changes', changes);
}
