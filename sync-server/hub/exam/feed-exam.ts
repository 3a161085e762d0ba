import { beforeEach, describe, expect, it } from 'vitest';

import type { Answer, Examination } from './under-exam.ts';
import { word } from './under-exam.ts';

const idsOf = (answer: Answer) => Array.from(answer.body['results'] ?? []).map((row) => row['id']);

/** The lines of a response that does not end by itself. */
async function* linesOf(response: Response): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of response.body ?? []) {
    rest += Buffer.from(chunk as Uint8Array).toString('utf8');
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

export function examFeed(exam: () => Examination): void {
  describe('the protocol: the feed of changes', () => {
    let db: string;
    const ask: Examination['ask'] = (method, path, ...rest) => exam().ask(method, `/${db}${path}`, ...rest);
    const write = (...ids: string[]) => ask('POST', '/_bulk_docs', { docs: ids.map((_id) => ({ _id })) });
    const feed = (query = '') => ask('GET', `/_changes?${query}`);
    const lastSeq = async () => word((await feed('since=now')).body['last_seq']);
    beforeEach(async () => {
      db = await exam().database();
    });

    it('lists what was written, each document once, at its last write', async () => {
      await write('a', 'b');
      const { body: a } = await ask('GET', '/a');
      await ask('PUT', '/a', { _rev: a['_rev'] });
      const answer = await feed();
      expect(idsOf(answer)).toEqual(['b', 'a']);
      const [, row] = Array.from(answer.body['results'] ?? []);
      expect(row).toMatchObject({ id: 'a', changes: [{ rev: expect.stringMatching(/^2-/) as unknown }] });
      for (const since of [answer.body['last_seq'], row?.['seq']]) {
        expect(idsOf(await feed(`since=${word(since)}`))).toEqual([]);
      }
      expect(answer.body['pending']).toBe(0);
    });

    it('goes on from any sequence it gave, and says how much is left', async () => {
      await write('a', 'b', 'c', 'd', 'e');
      const first = await feed('limit=2');
      expect(idsOf(first)).toEqual(['a', 'b']);
      expect(first.body['pending']).toBe(3);
      const second = await feed(`limit=2&since=${word(first.body['last_seq'])}`);
      expect(idsOf(second)).toEqual(['c', 'd']);
      expect(second.body['pending']).toBe(1);
      const third = await feed(`limit=2&since=${word(second.body['last_seq'])}`);
      expect([idsOf(third), third.body['pending']]).toEqual([['e'], 0]);
      expect(idsOf(await feed(`since=${word(third.body['last_seq'])}`))).toEqual([]);
    });

    it('knows now, takes limit 0, and refuses a sequence that is none (400)', async () => {
      await write('a');
      expect(idsOf(await feed('since=now'))).toEqual([]);
      expect(idsOf(await feed('limit=0'))).toEqual([]);
      expect((await feed('since=nonsense')).status).toBe(400);
      expect((await feed('limit=many')).status).toBe(400);
    });

    it('gives no sequence that is ahead of what can be read: whoever goes on from it misses nothing', async () => {
      const now = async () => word((await feed('since=now')).body['last_seq']);
      const described = async () => word((await ask('GET', '')).body['update_seq']);
      for (let n = 0; n < 12; n += 1) {
        let written = false;
        const writing = ask('PUT', `/n-${n}`, {}).then(() => (written = true));
        const early: string[] = [];
        while (!written) {
          const since = await (n % 2 ? now() : described());
          if ((await ask('GET', `/n-${n}`)).status === 404) early.push(since);
        }
        await writing;
        for (const since of early) expect(idsOf(await feed(`since=${since}`))).toContain(`n-${n}`);
      }
    });

    it('carries documents, tombstones too, when asked', async () => {
      const made = await ask('PUT', '/a', { n: 1 });
      await ask('PUT', '/b', { n: 2 });
      await ask('DELETE', `/a?rev=${word(made.body['rev'])}`);
      const answer = await feed('include_docs=true');
      expect(answer.body['results']).toMatchObject([
        { id: 'b', doc: { _id: 'b', n: 2 } },
        { id: 'a', deleted: true, doc: { _id: 'a', _deleted: true } },
      ]);
      expect((await feed()).body['results']?.[0]?.['doc']).toBeUndefined();
    });

    it('goes backwards, and picks by id or selector', async () => {
      await ask('POST', '/_bulk_docs', {
        docs: [
          { _id: 'a', n: 1 },
          { _id: 'b', n: 2 },
          { _id: 'c', n: 3 },
        ],
      });
      expect(idsOf(await feed('descending=true&limit=2'))).toEqual(['c', 'b']);
      expect(idsOf(await ask('POST', '/_changes?filter=_doc_ids', { doc_ids: ['c', 'a', 'x'] }))).toEqual(['a', 'c']);
      const selector = { n: { $gte: 2 } };
      expect(idsOf(await ask('POST', '/_changes?filter=_selector', { selector }))).toEqual(['b', 'c']);
    });

    it('answers a long-poll at once when there is something', async () => {
      await write('a', 'b');
      expect(idsOf(await feed('feed=longpoll'))).toEqual(['a', 'b']);
    });

    it('holds a long-poll until something is written', async () => {
      await write('a');
      const since = await lastSeq();
      const waiting = feed(`feed=longpoll&since=${since}`);
      await write('b');
      const answer = await waiting;
      expect(idsOf(answer)).toEqual(['b']);
      expect(idsOf(await feed(`since=${word(answer.body['last_seq'])}`))).toEqual([]);
    });

    it('ends a long-poll after its time, empty, with a sequence to go on from', async () => {
      await write('a');
      const answer = await feed(`feed=longpoll&since=${await lastSeq()}&timeout=200`);
      expect(answer).toMatchObject({ status: 200, body: { results: [] } });
      await write('b');
      expect(idsOf(await feed(`since=${word(answer.body['last_seq'])}`))).toEqual(['b']);
    });

    it('beats while a long-poll waits, and the answer is still JSON', async () => {
      const since = await lastSeq();
      const response = await exam().open('GET', `/${db}/_changes?feed=longpoll&heartbeat=100&since=${since}`);
      let text = '';
      let beats = 0;
      for await (const chunk of response.body ?? []) {
        const part = Buffer.from(chunk as Uint8Array).toString('utf8');
        text += part;
        if (/^\n+$/.test(part)) beats += 1;
        if (beats === 2) await write('a');
      }
      expect(beats).toBeGreaterThanOrEqual(2);
      expect(JSON.parse(text)).toMatchObject({ results: [{ id: 'a' }] });
    });

    it('streams continuously, a line each, until told to stop', async () => {
      await write('a');
      const stop = new AbortController();
      const path = `/${db}/_changes?feed=continuous&heartbeat=1000`;
      const response = await exam().open('GET', path, undefined, { signal: stop.signal });
      const seen: string[] = [];
      for await (const line of linesOf(response)) {
        if (line === '') continue;
        seen.push((JSON.parse(line) as { id: string }).id);
        if (seen.length === 1) await write('b', 'c');
        if (seen.length === 3) break;
      }
      stop.abort();
      expect(seen).toEqual(['a', 'b', 'c']);
    });

    it('beats while a continuous feed waits, beyond the time that would have ended it', async () => {
      const stop = new AbortController();
      const path = `/${db}/_changes?feed=continuous&heartbeat=100&timeout=50`;
      const response = await exam().open('GET', path, undefined, { signal: stop.signal });
      let beats = 0;
      for await (const line of linesOf(response)) {
        if (line === '') beats += 1;
        else expect(JSON.parse(line)).toMatchObject({ id: 'a' });
        if (beats === 3) await write('a');
        if (line !== '') break;
      }
      stop.abort();
      expect(beats).toBeGreaterThanOrEqual(3);
    });

    it('wakes a long-poll only for documents it asked for', async () => {
      await write('a');
      const since = await lastSeq();
      const path = `/_changes?feed=longpoll&filter=_doc_ids&timeout=20000&since=${since}`;
      const waiting = ask('POST', path, { doc_ids: ['wanted'] });
      await write('other');
      await write('wanted');
      expect(idsOf(await waiting)).toEqual(['wanted']);
    });

    it('ends a continuous feed after its time with the last sequence', async () => {
      await write('a');
      const response = await exam().open('GET', `/${db}/_changes?feed=continuous&timeout=200`);
      const lines: string[] = [];
      for await (const line of linesOf(response)) if (line !== '') lines.push(line);
      expect(JSON.parse(lines[0] ?? '')).toMatchObject({ id: 'a' });
      expect(JSON.parse(lines.at(-1) ?? '')).toHaveProperty('last_seq');
    });
  });
}
