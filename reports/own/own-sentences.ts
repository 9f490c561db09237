import type { OwnResults } from '../../harness/engine/verdict/own-results.ts';
import type { Results } from '../../harness/engine/verdict/results.ts';

/** `acme (acme-checks 1.2.0)`. */
export function moduleTitle({ module: { prefix, name, version } }: OwnResults): string {
  const known = version === undefined ? name : `${name} ${version}`;
  return known === prefix ? prefix : `${prefix} (${known})`;
}

/** What became of each module, as sentences without their full stop; none without modules. */
export function ownSentences({ own = [] }: Pick<Results, 'own'>): readonly string[] {
  return own.flatMap((results) => [
    `Own checks, beside the verdict: ${moduleTitle(results)}: ${results.because}`,
    ...(results.problems ?? []).map((problem) => `Problem of ${moduleTitle(results)}: ${problem}`),
  ]);
}
