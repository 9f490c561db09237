import { build } from 'esbuild';
import type { Metafile } from 'esbuild';

/** The registries name every check and scenario. What is reached only by way of one is not followed. */
const registry = /^suites\/(?:[^/]+\/)?(?:index|scenarios)\.ts$/;

/** Tests of the registries themselves that look at each check without driving it. */
const testsOfRegistries: readonly string[] = ['harness/testing/whole/checks.test.ts'];

/** Which files a test needs, by file; made of the imports. Paths from `root`. */
export async function readImports(root: string, tests: readonly string[]): Promise<Metafile['inputs']> {
  const { metafile } = await build({
    absWorkingDir: root,
    // One file that imports them all: a bundle for each takes half a minute.
    stdin: { contents: tests.map((test) => `import './${test}';`).join('\n'), resolveDir: root },
    bundle: true,
    write: false,
    metafile: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  return Object.fromEntries(Object.entries(metafile.inputs).filter(([file]) => file !== '<stdin>'));
}

/**
 * The tests that a change reaches: those that import a changed file, directly or by way of others, but not by way of a registry. A change
 * below `suites` also reaches the tests of the registries.
 */
export function reachedTests(
  changed: readonly string[],
  inputs: Metafile['inputs'],
  tests: readonly string[],
): readonly string[] {
  const reached = new Set(changed);
  const importers = new Map<string, string[]>();
  for (const [file, { imports }] of Object.entries(inputs)) {
    for (const { path } of imports) importers.set(path, [...(importers.get(path) ?? []), file]);
  }
  const waiting = [...changed];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (registry.test(file)) continue;
    for (const importer of importers.get(file) ?? []) {
      if (!reached.has(importer)) waiting.push(importer);
      reached.add(importer);
    }
  }
  const isOfSuites = changed.some((file) => file.startsWith('suites/'));
  return tests.filter((test) => reached.has(test) || (isOfSuites && testsOfRegistries.includes(test)));
}
