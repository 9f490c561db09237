import type { Departure } from '../../engine/rule/counterexample.ts';
import { digest } from './digest.ts';
import type { KillRow } from './kill-row.ts';
import type { ProofCache } from './proof-cache.ts';
import type { GoldenFacts, ListedCheck, Trial } from './prover.ts';
import type { DigestOf } from './source-digests.ts';
import type { Verdicts } from './verdicts.ts';

/** Finds the ids of the scenarios that prove a check. */
export type ScenariosOf = (check: ListedCheck) => Promise<readonly string[]>;

/** Who drives and judges: `prover.ts`, in whatever thread. */
export interface Prover {
  readGoldenFacts(checks: readonly string[]): Promise<GoldenFacts>;
  judgeTrial(trial: Omit<Trial, 'folder'>): Promise<Verdicts>;
}

/** What proofs are made with. */
export interface Workshop {
  readonly prover: Prover;
  readonly cache: ProofCache;
  readonly digestOf: DigestOf;
  /** Every check, in the order of the registry. */
  readonly checks: readonly ListedCheck[];
}

/** A row of the kill matrix. */
export interface Proof {
  readonly row: KillRow;
  /** Whether everything that it took was known from before. */
  readonly isKept: boolean;
  /** What is wrong with it: a counterexample that its check passes, a check that broke. */
  readonly problems: readonly string[];
}

/** Proves that a check fails on its counterexample of this number. */
export type Prove = (check: ListedCheck, number: number) => Promise<Proof>;

/**
 * Runs the reference server with a counterexample, drives the scenarios that its check is judged on, and judges by all checks. What
 * those scenarios do not show, the whole plan has to. A session is driven again only if something changed that makes it, and
 * judged again only by the checks that changed.
 */
export function createProofs(workshop: Workshop, scenariosOf: ScenariosOf): Prove {
  const judge = createJudge(workshop);
  return async (check, number) => {
    const { id } = check;
    const counterexample = check.counterexamples[number];
    if (!counterexample) throw new RangeError(`${id} has no counterexample ${number}`);
    const narrow = await judge(counterexample.departures, await scenariosOf(check));
    const shown = narrow.value.fails.includes(id) ? narrow : await judge(counterexample.departures, 'all');
    const { fails, errored } = shown.value;
    const name = `${id}:${number}`;
    return {
      row: { counterexample: name, name: counterexample.name, fails },
      isKept: narrow.isKept && shown.isKept,
      problems: [
        ...(fails.includes(id) ? [] : [`${name} does not fail on its counterexample`]),
        ...errored.map((broken) => `${name} breaks ${broken}`),
      ],
    };
  };
}

/** Of the sources of each check. */
type Digests = Readonly<Record<string, string>>;

type Judge = (departures: readonly Departure[], scenarios: Trial['scenarios']) => Promise<Answer>;

/** Verdicts, and whether they were known from before. */
interface Answer {
  readonly value: Verdicts;
  readonly isKept: boolean;
}

/** The verdicts on a session, and the digest of the digests of the checks that gave them. */
interface Known extends Verdicts {
  readonly by: string;
}

function createJudge({ prover, cache, digestOf, checks }: Workshop): Judge {
  const ids = checks.map(({ id }) => id);
  const sources = digestOf('harness/testing/proofs/counterexample-session.ts');
  const digests = Object.fromEntries(
    ids.map((id) => [id, digestOf(`suites/${id}.ts`, 'harness/testing/proofs/verdicts.ts')]),
  );
  const by = digest(digests);
  cache.write('digests', by, JSON.stringify(digests));
  return async (departures, scenarios) => {
    const key = digest([sources, departures, scenarios]);
    const known = parse(cache.read('judgements', key)) as Known | undefined;
    const before = known && (parse(cache.read('digests', known.by)) as Digests | undefined);
    const stale = new Set(ids.filter((id) => before?.[id] !== digests[id]));
    const fresh = stale.size > 0 ? await prover.judgeTrial({ departures, scenarios, checks: [...stale], key }) : known;
    const merged = (list: keyof Verdicts): readonly string[] =>
      ids.filter((id) => (stale.has(id) ? fresh : known)?.[list].includes(id));
    const value: Known = { fails: merged('fails'), errored: merged('errored'), by };
    if (known?.by !== by) cache.write('judgements', key, JSON.stringify(value));
    return { value, isKept: stale.size === 0 };
  };
}

function parse(text: string | undefined): unknown {
  return text === undefined ? undefined : JSON.parse(text);
}
