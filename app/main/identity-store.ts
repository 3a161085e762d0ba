import { join } from 'node:path';
import { z } from 'zod';
import type { Identity } from '../contract/identity.ts';
import { isId } from '../../domain/ids.ts';
import { jsonFile, type JsonFile } from './json-file.ts';
import type { Log } from './log.ts';

const id = z.string().refine(isId);

/** A hub user's name goes into Basic authorisation, where a colon ends it. */
const hubUser = id.refine((text) => !text.includes(':'));

export const identitySchema: z.ZodType<Identity> = z.object({
  shop: id,
  register: z.object({ id: hubUser, name: z.string().min(1).max(200), code: z.string().min(1).max(20) }),
});

/** Who this register is. No secret in it, so that it can be read without the system's keychain, also offline. */
export function identityFile(folder: string, log: Log): JsonFile<Identity> {
  return jsonFile(join(folder, 'identity.json'), identitySchema, log);
}
