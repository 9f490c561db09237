import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openProofCache } from './proof-cache.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'proof-cache-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('what was written is read, by kind and key', () => {
  const cache = openProofCache(folder);
  cache.write('sessions', 'k', 'ä session');
  expect(openProofCache(folder).read('sessions', 'k')).toBe('ä session');
  expect(cache.read('judgements', 'k')).toBeUndefined();
  expect(cache.read('sessions', 'other')).toBeUndefined();
});

test('a file that is broken is as if it were not there', () => {
  const cache = openProofCache(folder);
  cache.write('sessions', 'k', 'text');
  writeFileSync(path.join(folder, 'sessions', 'k.gz'), 'broken');
  expect(cache.read('sessions', 'k')).toBeUndefined();
});

test('what nobody has read for two weeks is dropped', () => {
  const cache = openProofCache(folder);
  const longAgo = new Date(Date.now() - 20 * 86_400_000);
  const name = (key: string): string => path.join(folder, 'sessions', `${key}.gz`);
  for (const key of ['new', 'old', 'read']) cache.write('sessions', key, 'text');
  for (const key of ['old', 'read']) utimesSync(name(key), longAgo, longAgo);
  cache.read('sessions', 'read');
  cache.prune();
  expect(readdirSync(path.join(folder, 'sessions')).sort()).toEqual(['new.gz', 'read.gz']);
});
