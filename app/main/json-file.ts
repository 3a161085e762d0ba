import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { ZodType } from 'zod';
import type { Log } from './log.ts';

export type JsonFile<T> = {
  /** The content, or null when there is none or it is not what it should be (then it is logged and left in place). */
  read(): T | null;
  /** Replace the content. After a crash there is the old or the new content, never a part. Throws what the disk says. */
  write(value: T): void;
};

/** A small file that only this user's account may read. */
export function jsonFile<T>(path: string, schema: ZodType<T>, log: Log): JsonFile<T> {
  return {
    read: () => {
      if (!existsSync(path)) return null;
      try {
        return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
      } catch (error) {
        log.warn('file-unreadable', error);
        return null;
      }
    },
    write: (value) => {
      mkdirSync(dirname(path), { recursive: true });
      const fresh = `${path}.new`;
      const file = openSync(fresh, 'w', 0o600);
      try {
        writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(fresh, path);
    },
  };
}
