import { badAnswer, HubFault } from './hub-fault.ts';
import { isFields } from './fields.ts';
import type { Timers } from './timers.ts';

/** What the replica uses of an HTTP answer; every `Response` is one. */
export type HubAnswer = { readonly status: number; text(): Promise<string> };

/** What the replica uses of `fetch`; the page's and Node's both fit. */
export type HubFetch = (
  url: string,
  init: {
    method: 'GET' | 'POST';
    headers: Record<string, string>;
    cache: 'no-store';
    signal: AbortSignal;
    body?: string;
  },
) => Promise<HubAnswer>;

/** One question: `path` starts with a slash; `limitMs` covers the whole answer, body and all. */
export type Question = { readonly path: string; readonly body?: unknown; readonly limitMs: number };

export type HubLine = {
  /**
   * The JSON of a 2xx answer, shape not checked yet.
   * @throws HubFault for everything else.
   */
  ask(question: Question): Promise<unknown>;
  /** Call off whatever is being asked now; those questions reject with `dropped`. */
  dropAll(): void;
  close(): void;
};

/** The line to one hub. Never waits longer than a question's own limit, also when `fetch` ignores its signal. */
export function openHubLine(options: { hubUrl: string; fetch: HubFetch; timers: Timers }): HubLine {
  const standing = new Set<(fault: HubFault) => void>();
  let closed = false;
  const dropAll = (): void => {
    for (const end of standing) end(new HubFault('dropped'));
  };

  async function talk(question: Question, signal: AbortSignal): Promise<unknown> {
    const hasBody = question.body !== undefined;
    const answer = await options.fetch(options.hubUrl + question.path, {
      method: hasBody ? 'POST' : 'GET',
      headers: { accept: 'application/json', ...(hasBody ? { 'content-type': 'application/json' } : {}) },
      cache: 'no-store',
      signal,
      ...(hasBody ? { body: JSON.stringify(question.body) } : {}),
    });
    const json = parsed(await answer.text());
    if (answer.status >= 200 && answer.status < 300) {
      if (json === undefined) throw badAnswer();
      return json;
    }
    const fromHub = isFields(json) && typeof json['error'] === 'string';
    const reason = fromHub && typeof json['reason'] === 'string' ? json['reason'] : '';
    throw new HubFault(`http-${answer.status}`, { status: answer.status, fromHub, reason });
  }

  return {
    ask(question) {
      if (closed) return Promise.reject(new HubFault('dropped'));
      const control = new AbortController();
      return new Promise((resolve, reject) => {
        const finish = (): void => {
          callOff();
          standing.delete(end);
        };
        const end = (fault: HubFault): void => {
          finish();
          reject(fault);
          control.abort();
        };
        const callOff = options.timers.after(question.limitMs, () => end(new HubFault('timeout')));
        standing.add(end);
        talk(question, control.signal).then(
          (value) => {
            finish();
            resolve(value);
          },
          (thrown: unknown) => {
            finish();
            reject(thrown instanceof HubFault ? thrown : new HubFault('unreachable', { cause: thrown }));
          },
        );
      });
    },
    dropAll,
    close() {
      closed = true;
      dropAll();
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
