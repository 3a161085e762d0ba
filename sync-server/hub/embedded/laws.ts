import vm from 'node:vm';

import { badRequest } from './couch-error.ts';
import type { Identity } from './identity.ts';
import type { Doc } from './pouch.ts';
import type { Security } from './security.ts';

/** A write about to happen: the document, and what stands there now (null: nothing). */
export type Case = { readonly newDoc: Doc; readonly oldDoc: Doc | null };
export type Verdict = null | { readonly error: 'forbidden' | 'unauthorized'; readonly reason: string };

/** The `validate_doc_update` functions of a database. */
export type Laws = {
  readonly none: boolean;
  judge(cases: readonly Case[], user: Identity & { readonly db: string }, security: Security): Verdict[];
};

/** Milliseconds the laws may take for one document (and for a batch as long as it goes well). */
const TIME_LIMIT_MS = 1000;

const OVERTIME: Verdict = { error: 'forbidden', reason: 'The law of this database took too long.' };

// Runs inside the laws' own realm. Only text crosses its border, so that a law never holds an object of ours.
const JUDGE = `
  (function (laws, parse, stringify) {
    return function () {
      var input = parse(brief);
      return stringify(input.cases.map(function (one) {
        try {
          for (var i = 0; i < laws.length; i++) laws[i](one.newDoc, one.oldDoc, input.user, input.security);
          return null;
        } catch (fault) {
          var said = fault && typeof fault === 'object' ? fault : {};
          if (said.unauthorized !== undefined) return { error: 'unauthorized', reason: String(said.unauthorized) };
          if (said.forbidden !== undefined) return { error: 'forbidden', reason: String(said.forbidden) };
          return { error: 'forbidden', reason: 'The law of this database failed: ' + String(fault) };
        }
      }));
    };
  })`;

/** @throws CouchError 400 `compilation_error` when `text` is no function. */
export function checkLawText(text: unknown): void {
  try {
    if (typeof text !== 'string') throw new TypeError('validate_doc_update must be the text of a function.');
    new vm.Script(`(${text})`);
  } catch (fault) {
    throw badRequest(fault instanceof Error ? fault.message : String(fault), 'compilation_error');
  }
}

/**
 * Laws from their texts, in a realm that has nothing: no modules, no timers, no compiling of strings, and an end to its
 * time. A law that throws anything else than CouchDB's two words, or runs too long, forbids.
 */
export function createLaws(texts: readonly string[]): Laws {
  const sandbox = Object.assign(Object.create(null) as Record<string, unknown>, { brief: '' });
  const realm = vm.createContext(sandbox, { codeGeneration: { strings: false, wasm: false } });
  vm.runInContext(
    'var isArray = Array.isArray; function log() {} function toJSON(value) { return JSON.stringify(value); }',
    realm,
  );
  const functions = texts.map((text) => `(${text})`).join(',\n');
  vm.runInContext(`var judge = ${JUDGE}([${functions}], JSON.parse, JSON.stringify);`, realm, {
    timeout: TIME_LIMIT_MS,
  });
  const call = new vm.Script('judge()');

  function run(cases: readonly Case[], user: object, security: Security): Verdict[] | 'overtime' {
    sandbox['brief'] = JSON.stringify({ cases, user, security });
    try {
      return JSON.parse(String(call.runInContext(realm, { timeout: TIME_LIMIT_MS }))) as Verdict[];
    } catch (fault) {
      if ((fault as { code?: unknown }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return 'overtime';
      throw fault;
    } finally {
      sandbox['brief'] = '';
    }
  }

  return {
    none: texts.length === 0,
    judge(cases, { db, name, roles }, security) {
      if (texts.length === 0) return cases.map(() => null);
      const user = { db, name, roles };
      const together = run(cases, user, security);
      if (together !== 'overtime') return together;
      if (cases.length === 1) return [OVERTIME];
      return cases.map((one) => {
        const alone = run([one], user, security);
        return alone === 'overtime' ? OVERTIME : (alone[0] ?? null);
      });
    },
  };
}
