import { createHash, pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(pbkdf2);

/** Registers' passwords are long and random, so stretching need not be dear; CouchDB's own default is for people's. */
const ITERATIONS = 100_000;
const MAX_ITERATIONS = 1_000_000;
const KEY_BYTES = 32;

/** How a user document keeps a password, in CouchDB's members. */
export type PasswordHash = {
  readonly password_scheme: 'pbkdf2';
  readonly pbkdf2_prf: 'sha256';
  readonly iterations: number;
  readonly salt: string;
  readonly derived_key: string;
};

export async function hashPassword(password: string): Promise<PasswordHash> {
  const salt = randomBytes(16).toString('hex');
  const key = await derive(password, salt, ITERATIONS, KEY_BYTES, 'sha256');
  return {
    password_scheme: 'pbkdf2',
    pbkdf2_prf: 'sha256',
    iterations: ITERATIONS,
    salt,
    derived_key: key.toString('hex'),
  };
}

/** Equal, told in a time that does not depend on where they differ. */
export function sameSecret(one: string, other: string): boolean {
  const digest = (text: string) => new TextEncoder().encode(createHash('sha256').update(text).digest('hex'));
  return timingSafeEqual(digest(one), digest(other));
}

/** True when `password` is the one behind `hash`. A hash of a kind not known here fits nothing. */
export async function fitsPassword(password: string, hash: Partial<Record<string, unknown>>): Promise<boolean> {
  const { iterations, salt, derived_key: expected, pbkdf2_prf: prf, password_scheme: scheme } = hash;
  if (scheme !== 'pbkdf2' || prf !== 'sha256' || typeof salt !== 'string' || typeof expected !== 'string') return false;
  if (typeof iterations !== 'number' || !(iterations >= 1 && iterations <= MAX_ITERATIONS)) return false;
  const key = await derive(password, salt, iterations, expected.length / 2, 'sha256');
  return sameSecret(key.toString('hex'), expected);
}
