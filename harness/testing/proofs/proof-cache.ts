import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { threadId } from 'node:worker_threads';
import { gunzipSync, gzipSync } from 'node:zlib';

/** What is kept under a key that is a digest of everything that it depends on. */
type Kept = 'sessions' | 'judgements' | 'digests' | 'scenarios' | 'golden';

/** Texts that need not be made again. Several processes may use one folder. */
export interface ProofCache {
  read(kind: Kept, key: string): string | undefined;
  write(kind: Kept, key: string, text: string): void;
  /** Drops what nobody has read for two weeks. */
  prune(): void;
}

const dayMs = 86_400_000;
const keptMs = 14 * dayMs;

/** The cache in this folder, which is made when something is written. What cannot be read is as if it were not there. */
export function openProofCache(folder: string): ProofCache {
  const fileOf = (kind: Kept, key: string): string => path.join(folder, kind, `${key}.gz`);
  return {
    read(kind, key) {
      const file = fileOf(kind, key);
      try {
        const text = gunzipSync(readFileSync(file)).toString('utf8');
        if (ageOf(file) > dayMs) utimesSync(file, new Date(), new Date());
        return text;
      } catch {
        return undefined;
      }
    },

    /** Written beside and renamed, so that nobody reads a part. */
    write(kind, key, text) {
      const file = fileOf(kind, key);
      const draft = `${file}.${process.pid}-${threadId}`;
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(draft, gzipSync(text, { level: 1 }));
      renameSync(draft, file);
    },

    prune() {
      for (const file of filesBelow(folder)) if (ageOf(file) > keptMs) rmSync(file, { force: true });
    },
  };
}

function ageOf(file: string): number {
  return Date.now() - statSync(file).mtimeMs;
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}
