import { randomBytes } from 'node:crypto';

/** Bytes nobody can guess. */
export const secureRandom = (count: number): Uint8Array => Uint8Array.from(randomBytes(count));
