import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ShopbellError } from '../../domain/errors.ts';
import { openLog } from './log.ts';

const now = () => new Date('2026-01-02T03:04:05.000Z');
const folder = () => mkdtempSync(join(tmpdir(), 'shopbell-log-'));

it('writes events with their time, and of an error its code and never its text', () => {
  const at = folder();
  const log = openLog(at, now);
  log.info('started');
  log.warn('pairing-failed', new ShopbellError('code-wrong', 'Maria of example.com typed it wrong'));
  log.warn('defect', new TypeError('maria@example.com is not a function'));
  const text = readFileSync(join(at, 'shell.log'), 'utf8');
  expect(text).toContain('2026-01-02T03:04:05.000Z info started\n');
  expect(text).toContain('warn pairing-failed code-wrong\n');
  expect(text).toMatch(/warn defect TypeError at /);
  expect(text).not.toMatch(/maria/i);
});

it('starts a new file when the old one is large, and keeps the old one', () => {
  const at = folder();
  writeFileSync(join(at, 'shell.log'), 'x'.repeat(1_000_001));
  openLog(at, now).info('started');
  expect(readFileSync(join(at, 'shell.log'), 'utf8')).toBe('2026-01-02T03:04:05.000Z info started\n');
  expect(existsSync(join(at, 'shell.log.old'))).toBe(true);
});

it('never stops the app, even where it cannot write', () => {
  const file = join(folder(), 'a-file');
  writeFileSync(file, '');
  expect(() => openLog(join(file, 'below'), now).info('started')).not.toThrow();
});
