import type { ListedServer } from './listed-server.ts';
import type { Outcomes } from './outcomes.ts';
import type { PassRow } from './pass-row.ts';
import type { ListedCheck } from './prover.ts';

/** What was judged of a lawful server. */
export interface PassProof {
  readonly row: PassRow;
  /** What is wrong: with a check that fails or breaks on it or leaves it open, or with what is said of the server. */
  readonly problems: readonly string[];
}

/**
 * A red on a correct server is the worst that a conformance suite can do: no check may fail, but for advice that the server is known to
 * deserve, which is never a MUST. What is judged on the reference server has to be judged on this one, too. `reference` is what
 * the same scenarios show of the reference server.
 */
export function passProof(
  { group, name, because, advice, unjudged, isWhole }: ListedServer,
  outcomes: Outcomes,
  reference: Outcomes,
  checks: readonly Pick<ListedCheck, 'id' | 'level'>[],
): PassProof {
  const server = `${group}: ${name}`;
  const of = (from: Outcomes, id: string): string => from[id]?.outcome ?? 'inconclusive';
  const count = (outcome: string): number => checks.filter(({ id }) => of(outcomes, id) === outcome).length;
  const isOpen = (id: string): boolean => of(outcomes, id) === 'inconclusive' && of(reference, id) !== 'inconclusive';

  const problems = checks.flatMap(({ id, level }) => {
    const outcome = of(outcomes, id);
    const saying = outcomes[id]?.message ?? '';
    return [
      ...(outcome === 'errored' ? [`breaks ${id}: ${saying}`] : []),
      ...(outcome === 'failed' && advice[id] === undefined ? [`fails ${id}: ${saying}`] : []),
      ...(outcome === 'failed' && advice[id] !== undefined && level === 'MUST'
        ? [`fails ${id}, which is a MUST and no advice: ${saying}`]
        : []),
      ...(outcome !== 'failed' && advice[id] !== undefined ? [`passes ${id}, which is listed as advice`] : []),
      ...(isOpen(id) && unjudged[id] === undefined ? [`leaves ${id} open: ${saying}`] : []),
      ...(!isOpen(id) && unjudged[id] !== undefined ? [`is judged by ${id}, which is listed as unjudged`] : []),
    ];
  });
  const lacks = checks.filter(({ id }) => of(outcomes, id) !== 'passed');
  return {
    row: {
      server,
      because,
      passed: count('passed'),
      inapplicable: count('inapplicable'),
      undriven: checks.filter(({ id }) => of(outcomes, id) === 'inconclusive' && !isOpen(id)).length,
      ...(Object.keys(advice).length === 0 ? {} : { advice }),
      ...(Object.keys(unjudged).length === 0 ? {} : { unjudged }),
      ...(isWhole ? { lacks: lacks.map(({ id }) => id) } : {}),
    },
    problems: problems.map((problem) => `the lawful server "${server}" ${problem}`),
  };
}
