import type { Results } from '../harness/engine/verdict/results.ts';
import { bearingOf } from './bearing.ts';
import { isOwnAlone } from './own/own-judgements.ts';
import { isWaivedAsWhole } from './text/waived.ts';

/**
 * Why a run does not prove conformance although no check failed or was left open, such as `incomplete: no check was judged`. A format
 * of tests alone would look like a success, so it gets one more test, named `verdict`. Undefined if the checks show the verdict, or if nothing but
 * waived failures stands behind it.
 */
export function unshownVerdict(results: Results): string | undefined {
  const { verdict, because, judgements } = results;
  const broken = unshownProblem(results);
  if (broken !== undefined) return broken;
  if (verdict === 'conformant' || isWaivedAsWhole(results) || isOwnAlone(results)) return undefined;
  const isShown = judgements.map(bearingOf).some((bearing) => bearing === 'failure' || bearing === 'error');
  return isShown ? undefined : `${verdict}: ${because}`;
}

/** What a module did that none of its checks shows. */
function unshownProblem({ own = [] }: Results): string | undefined {
  const [problem] = own.flatMap(({ module, counts, problems = [] }) =>
    counts.errored > 0 ? [] : problems.map((what) => `own checks of ${module.prefix}: ${what}`),
  );
  return problem;
}
