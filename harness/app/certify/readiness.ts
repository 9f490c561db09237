import type { Judgement, Results } from '../../engine/verdict/results.ts';
import type { RequirementSet } from '../../../suites/requirements/requirement-sets.ts';
import { count } from '../../../reports/text/units.ts';
import type { Capability, Statement } from './statement.ts';

/** What a submission lacks, and what is to be known of it. Each is a sentence without its full stop. */
export interface Readiness {
  /** With one of these, no kit is written. */
  readonly missing: readonly string[];
  readonly notes: readonly string[];
  readonly scored: {
    readonly set: number;
    readonly digest: string;
    readonly checks: number;
    readonly passed: number;
    readonly failed: number;
    readonly inapplicable: number;
    /** Judged, and in no set yet. */
    readonly notScored: number;
  };
}

/** The check that shows whether a server can do it. */
const shownBy: Readonly<Record<Capability, string>> = { renew: 'renewal/answer', manage: 'management/answer' };

/** How many checks a sentence names. */
const mostNamed = 5;

/** Holds a run against a statement and a frozen set of checks. Pure. */
export function readinessOf(results: Results, statement: Statement, set: RequirementSet): Readiness {
  const judged = new Map(results.judgements.map((judgement) => [judgement.check, judgement]));
  const scored = set.checks.flatMap(({ id }) => judged.get(id) ?? []);
  const absent = set.checks.filter(({ id }) => !judged.has(id)).map(({ id }) => id);
  const open = scored.filter(
    ({ outcome, level }) => outcome === 'errored' || (outcome === 'inconclusive' && level === 'MUST'),
  );
  const declared = new Set((statement.deviations ?? []).map(({ check }) => check));
  const failed = scored.filter(({ outcome, level }) => outcome === 'failed' && level === 'MUST');
  const undeclared = failed.filter(({ check }) => !declared.has(check));
  const amountOf = (outcome: Judgement['outcome']): number => scored.filter((one) => one.outcome === outcome).length;
  return {
    missing: [
      ...runProblems(results),
      ...listed(absent, 'of the set not judged, because the run was limited or an older version judged'),
      ...listed(
        open.map(({ check }) => check),
        'of the set could not be judged',
      ),
      ...listed(
        undeclared.map(({ check }) => check),
        'failed and not declared as deviation in the statement',
      ),
      ...listed(
        scored.filter(({ waived }) => waived !== undefined).map(({ check }) => check),
        'of the set failed and waived, which no submission takes; declare it in the statement, and hand in a run without --waivers',
      ),
      ...ownProblems(results),
      ...wayProblems(results, statement),
      ...capabilityProblems(judged, statement),
      ...[...declared]
        .filter((id) => !judged.has(id))
        .map((id) => `the statement declares a deviation from ${id}, which the run did not judge`),
    ],
    notes: [
      ...[...declared]
        .filter((id) => judged.get(id)?.outcome === 'passed')
        .map((id) => `the statement declares a deviation from ${id}, and it passed`),
      ...ownNotes(results),
      ...undeclaredWays(results, statement),
      ...undeclaredCapabilities(judged, statement),
    ],
    scored: {
      set: set.set,
      digest: set.digest,
      checks: set.checks.length,
      passed: amountOf('passed'),
      failed: amountOf('failed'),
      inapplicable: amountOf('inapplicable'),
      notScored: results.judgements.length - scored.length,
    },
  };
}

function runProblems({ verdict, because, scope, counts, run }: Results): readonly string[] {
  const isOpenElsewhere = verdict === 'incomplete' && counts.inconclusiveMust === 0;
  return [
    ...(scope.embedded ? ['the server was the reference server of this tool; test your own'] : []),
    ...(run.profile === 'third-party recording'
      ? ['the session was recorded by another tool, which follows no plan; hand in a run of this one']
      : []),
    ...(scope.limitedTo.length > 0
      ? [`the run was limited to ${scope.limitedTo.join(', ')}; run the whole suite`]
      : []),
    ...(verdict === 'unsound' || isOpenElsewhere ? [`the verdict is "${verdict}": ${because}`] : []),
  ];
}

/** What modules check is no part of a submission; what their scenarios send is nothing that others can repeat. */
function ownProblems({ own = [] }: Results): readonly string[] {
  return own
    .filter(({ scenarios }) => scenarios.length > 0)
    .map(({ module }) => `the run drove scenarios of the module ${module.name}; hand in a run without --checks`);
}

function ownNotes({ own = [] }: Results): readonly string[] {
  return own.map(({ module }) => `the checks of the module ${module.name} are no part of the submission`);
}

function listed(ids: readonly string[], what: string): readonly string[] {
  if (ids.length === 0) return [];
  const more = ids.length > mostNamed ? ` and ${ids.length - mostNamed} more` : '';
  return [`${count(ids.length, 'check')} ${what}: ${ids.slice(0, mostNamed).join(', ')}${more}`];
}

function wayProblems({ ways }: Results, { ways: declared }: Statement): readonly string[] {
  return declared.flatMap((name) => {
    const found = ways.find(({ way }) => way === name);
    if (found?.state === 'judged' && found.verdict !== 'incomplete') return [];
    return [
      `the statement declares the way in "${name}", and the run did not judge it: ${found?.because ?? 'it is not in the results'}`,
    ];
  });
}

function undeclaredWays({ ways }: Results, { ways: declared }: Statement): readonly string[] {
  return ways
    .filter(({ way, state }) => state === 'judged' && !declared.includes(way))
    .map(({ way }) => `the way in "${way}" was judged, and the statement does not declare it`);
}

function capabilityProblems(
  judged: ReadonlyMap<string, Judgement>,
  { capabilities = [] }: Statement,
): readonly string[] {
  return capabilities.flatMap((name) => {
    const outcome = judged.get(shownBy[name])?.outcome ?? 'not judged';
    return outcome === 'passed'
      ? []
      : [`the statement declares the capability "${name}", and ${shownBy[name]} is ${outcome}`];
  });
}

function undeclaredCapabilities(
  judged: ReadonlyMap<string, Judgement>,
  { capabilities = [] }: Statement,
): readonly string[] {
  return (['renew', 'manage'] as const)
    .filter((name) => !capabilities.includes(name) && judged.get(shownBy[name])?.outcome === 'passed')
    .map((name) => `the capability "${name}" works, and the statement does not declare it`);
}
