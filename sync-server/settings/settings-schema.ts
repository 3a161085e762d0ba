import { z } from 'zod';

const ADDRESS = String.raw`[^\s<>@"(),:;\\\[\]]+@[A-Za-z0-9.-]+`;

const urlOf = (protocols: readonly string[]) => (text: string) =>
  URL.canParse(text) && protocols.includes(new URL(text).protocol) && new URL(text).hostname !== '';

const holdsAdmin = (text: string) =>
  URL.canParse(text) && new URL(text).username !== '' && new URL(text).password !== '';

/**
 * Every setting, by the name it has in the environment and in `shopbell.json` alike. The sentences complete
 * "NAME …" and say what to write instead; they never hold the value, which may be a secret.
 */
export const settingsSchema = z.strictObject({
  PORT: z.coerce
    .number('must be a whole number from 0 to 65535 (0 takes any free port).')
    .int('must be a whole number from 0 to 65535 (0 takes any free port).')
    .min(0, 'must be a whole number from 0 to 65535 (0 takes any free port).')
    .max(65_535, 'must be a whole number from 0 to 65535 (0 takes any free port).')
    .default(8484),
  HOST: z
    .string('must be a host name or an address such as 127.0.0.1 or 0.0.0.0.')
    .regex(/^[A-Za-z0-9.:_-]+$/, 'must be a host name or an address such as 127.0.0.1 or 0.0.0.0.')
    .default('127.0.0.1'),
  COUCHDB_URL: z
    .string('must look like http://user:password@host:5984.')
    .refine(urlOf(['http:', 'https:']), 'must look like http://user:password@host:5984.')
    .refine(holdsAdmin, 'must hold the name and password of an admin: http://user:password@host:5984.')
    .optional(),
  SMTP_URL: z
    .string('must look like smtp://user:password@host:587 or smtps://user:password@host.')
    .refine(urlOf(['smtp:', 'smtps:']), 'must look like smtp://user:password@host:587 or smtps://user:password@host.')
    .optional(),
  SHOPBELL_API_KEY: z
    .string('must be a text without spaces; leave it out and one is made for you.')
    .regex(
      /^[\x21-\x7e]{1,200}$/,
      'must be 1 to 200 printable characters without spaces; leave it out and one is made.',
    )
    .optional(),
  SHOPBELL_MAIL_FROM: z
    .string('must be an address such as shop@example.com or My Shop <shop@example.com>.')
    .regex(
      new RegExp(`^(${ADDRESS}|[^<>@"\\r\\n]{1,80} <${ADDRESS}>)$`),
      'must be an address such as shop@example.com or My Shop <shop@example.com>.',
    )
    .optional(),
  SHOPBELL_SHOP: z
    .string('must be the short id of the shop, such as demo.')
    .regex(/^[a-z][a-z0-9-]{0,30}$/, 'must be 1 to 31 small letters, digits or dashes, a letter first.')
    .default('demo'),
  SHOPBELL_DEMO: z
    .union([z.boolean(), z.enum(['0', '1', 'true', 'false']), z.literal(0), z.literal(1)], 'must be 0 or 1.')
    .transform((value) => value !== false && value !== 0 && value !== '0' && value !== 'false')
    .default(true),
  SHOPBELL_LOG: z.enum(['debug', 'info', 'warn', 'error'], 'must be debug, info, warn or error.').default('info'),
});

/** The settings by their outside names, checked. */
export type NamedSettings = z.output<typeof settingsSchema>;

/** The names a settings file or the environment may use. */
export const SETTING_NAMES = Object.keys(settingsSchema.shape) as readonly (keyof NamedSettings)[];
