import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../package-root.ts';
import { digest } from './digest.ts';
import { generatedPaths } from './generated-paths.ts';
import { keepGoldenFacts } from './golden-facts.ts';
import type { KeptGoldenFacts } from './golden-facts.ts';
import { openProofCache } from './proof-cache.ts';
import { judgeTrial, listChecks, readGoldenFacts } from './prover.ts';

const byId = new Map(listChecks().map((check) => [check.id, check]));
const checkOf = (id: string) => byId.get(id) ?? fail(id);

function fail(id: string): never {
  throw new Error(`there is no check "${id}"`);
}

test('the golden session is recorded once, for its files and for the scenarios that only it shows, and then kept', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'golden-facts-'));
  const asked: (readonly string[])[] = [];
  const shown = checkOf('discovery/newer-request-versions');
  const usual = checkOf('provisioning/thumbprint');
  const open = (): KeptGoldenFacts => {
    const prover = {
      judgeTrial: (trial: Omit<Parameters<typeof judgeTrial>[0], 'folder'>) => judgeTrial({ ...trial, folder }),
      readGoldenFacts: (ids: readonly string[]) => {
        asked.push(ids);
        return readGoldenFacts(ids);
      },
    };
    const cache = openProofCache(folder);
    return keepGoldenFacts({ prover, cache, digestOf: (...files) => digest(files), checks: [] }, [shown, usual]);
  };

  for (const facts of [open(), open()]) {
    expect(await facts.scenariosOf(usual)).toEqual(['windows-enrollment', 'modern-enrollment']);
    expect(await facts.scenariosOf(shown)).toEqual(['discover-versions']);
    const files = await facts.files();
    for (const file of [generatedPaths.goldenSession, generatedPaths.digests]) {
      expect(files[file]).toBe(readFileSync(path.join(packageRoot, file), 'utf8'));
    }
  }
  expect(asked).toEqual([[shown.id]]);
  rmSync(folder, { recursive: true });
});
