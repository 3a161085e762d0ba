import { z } from 'zod';
import type { Identity, PairFault, PairRequest, PairResult } from '../contract/identity.ts';
import { identitySchema } from './identity-store.ts';
import type { Log } from './log.ts';
import type { SecretStore } from './secret-store.ts';

const TIMEOUT_MS = 15_000;

const paired = z.object({ identity: identitySchema, password: z.string().min(1) });
const problem = z.object({ code: z.enum(['code-wrong', 'name-missing', 'too-many-tries']) });

const FAULT_BY_STATUS: Readonly<Record<number, PairFault>> = {
  400: 'name-missing',
  401: 'code-wrong',
  403: 'code-wrong',
  422: 'name-missing',
  429: 'too-many-tries',
};

type Pairing = {
  /** The sync-server's origin. */
  readonly server: string;
  readonly fetch: typeof fetch;
  readonly secrets: SecretStore;
  readonly saveIdentity: (identity: Identity) => void;
  /** Called once both are on disk. */
  readonly onPaired: (identity: Identity, password: string) => void;
  readonly log: Log;
};

/**
 * Make this device a register of the shop. Asks the server only when the password can be kept, so that a refusal leaves no unused
 * register behind; writes the identity last, so that whoever has an identity had a password.
 */
export async function pair(request: PairRequest, pairing: Pairing): Promise<PairResult> {
  const refuse = (fault: PairFault): PairResult => ({ ok: false, fault });
  const name = request.name.trim();
  if (name === '') return refuse('name-missing');
  if (!(await pairing.secrets.canKeep())) return refuse('cannot-keep-secret');

  const answer = await ask({ name, code: request.code.trim() }, pairing);
  if ('fault' in answer) return refuse(answer.fault);
  try {
    await pairing.secrets.save(answer.password);
    pairing.saveIdentity(answer.identity);
  } catch (error) {
    pairing.log.warn('pairing-not-saved', error);
    return refuse('cannot-keep-secret');
  }
  pairing.onPaired(answer.identity, answer.password);
  return { ok: true, identity: answer.identity };
}

async function ask(
  body: PairRequest,
  { server, fetch, log }: Pairing,
): Promise<z.infer<typeof paired> | { fault: PairFault }> {
  try {
    const response = await fetch(`${server}/api/registers`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.ok) return paired.parse(await response.json());
    const told = problem.safeParse(await response.json().catch(() => null));
    return { fault: told.success ? told.data.code : (FAULT_BY_STATUS[response.status] ?? 'server-unreachable') };
  } catch (error) {
    log.warn('pairing-failed', error);
    return { fault: 'server-unreachable' };
  }
}
