import type { ScenariosOf, Workshop } from './kill-matrix.ts';
import type { GoldenFacts, ListedCheck } from './prover.ts';

/** What the golden session says, kept while nothing changed that makes it; it is recorded once at most, when somebody asks. */
export interface KeptGoldenFacts {
  /** What is committed of it. */
  readonly files: () => Promise<GoldenFacts['files']>;
  /** The ids of the scenarios that prove one of the checks. */
  readonly scenariosOf: ScenariosOf;
}

/** Of these checks, and of the committed files. */
export function keepGoldenFacts(workshop: Workshop, checks: readonly ListedCheck[]): KeptGoldenFacts {
  const { prover, cache, digestOf } = workshop;
  const filesKey = digestOf('harness/testing/proofs/golden-files.ts');
  const keyOf = ({ id }: ListedCheck): string => digestOf(`suites/${id}.ts`, 'harness/testing/drives.ts');
  const keptScenarios = (check: ListedCheck): readonly string[] | undefined =>
    check.scenarios ?? (parse(cache.read('scenarios', keyOf(check))) as readonly string[] | undefined);

  let asked: Promise<GoldenFacts> | undefined;
  const ask = async (): Promise<GoldenFacts> => {
    const unknown = checks.filter((check) => keptScenarios(check) === undefined);
    const facts = await prover.readGoldenFacts(unknown.map(({ id }) => id));
    cache.write('golden', filesKey, JSON.stringify(facts.files));
    for (const check of unknown) cache.write('scenarios', keyOf(check), JSON.stringify(facts.scenarios[check.id]));
    return facts;
  };
  return {
    files: async () => {
      const kept = parse(cache.read('golden', filesKey)) as GoldenFacts['files'] | undefined;
      return kept ?? (await (asked ??= ask())).files;
    },
    scenariosOf: async (check) => keptScenarios(check) ?? (await (asked ??= ask())).scenarios[check.id] ?? [],
  };
}

function parse(text: string | undefined): unknown {
  return text === undefined ? undefined : JSON.parse(text);
}
