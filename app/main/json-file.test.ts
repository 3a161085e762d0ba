import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { jsonFile } from './json-file.ts';
import { recordingLog } from './testing/recording-log.ts';

const schema = z.object({ count: z.int() });
const folder = () => mkdtempSync(join(tmpdir(), 'shopbell-json-'));

it('gives back what was written, and leaves no half-written file beside it', () => {
  const at = folder();
  const file = jsonFile(join(at, 'sub/a.json'), schema, recordingLog());
  expect(file.read()).toBeNull();
  file.write({ count: 1 });
  file.write({ count: 2 });
  expect(file.read()).toEqual({ count: 2 });
  expect(readdirSync(join(at, 'sub'))).toEqual(['a.json']);
});

it("is readable by this user's account alone", () => {
  const path = join(folder(), 'a.json');
  jsonFile(path, schema, recordingLog()).write({ count: 1 });
  expect(statSync(path).mode & 0o077).toBe(0);
});

it.each(['{', '{"count":"1"}', 'null', ''])(
  'counts %j as nothing there, says so in the log, and leaves it in place',
  (text) => {
    const path = join(folder(), 'a.json');
    writeFileSync(path, text);
    const log = recordingLog();
    expect(jsonFile(path, schema, log).read()).toBeNull();
    expect(log.events).toEqual(['file-unreadable']);
    expect(readFileSync(path, 'utf8')).toBe(text);
  },
);
