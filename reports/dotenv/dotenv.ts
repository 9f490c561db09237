import type { Results } from '../../harness/engine/verdict/results.ts';
import type { Renderer } from '../renderer.ts';
import { waivedMusts } from '../text/waived.ts';

/**
 * The verdict and the counts as `name=value`, one in each line: for `GITHUB_OUTPUT`, and for `artifacts:reports:dotenv` of GitLab, which takes no
 * more than 5 KB. Words of the tool, numbers and days alone: nothing that a server or a file of the user says is in it.
 */
export const dotenv: Renderer = {
  format: 'dotenv',
  fileName: 'verdict.env',
  render: (results) =>
    Object.entries(valuesOf(results))
      .map(([name, value]) => `mde_${name}=${value}\n`)
      .join(''),
};

/** A results document that somebody edited may hold anything in its place, also a line of its own. */
const isDay = /^\d{4}-\d\d-\d\d$/u;

function valuesOf(results: Results): Readonly<Record<string, string | number>> {
  const { verdict, exitCode, counts, waivers = [], baseline } = results;
  const { passed, failed, inapplicable, inconclusive, errored, failedMust, inconclusiveMust, causes } = counts;
  const days = results.judgements.flatMap(({ waived }) => (waived === undefined ? [] : [waived.until]));
  const [until = ''] = days.filter((day) => isDay.test(day)).toSorted();
  const inState = (state: string): number => waivers.filter((waiver) => waiver.state === state).length;
  return {
    verdict,
    exit_code: exitCode,
    ...{ passed, failed, failed_must: failedMust, causes, inconclusive, inconclusive_must: inconclusiveMust },
    ...{ inapplicable, errored },
    waived_must: waivedMusts(results),
    // Empty where nothing is waived.
    waived_until: until,
    waivers_expired: inState('expired'),
    waivers_stale: inState('stale'),
    ...(baseline === undefined ? {} : { new: newIn(baseline), known: baseline.known }),
  };
}

function newIn({ added }: NonNullable<Results['baseline']>): number {
  return added.reduce((sum, { fingerprints }) => sum + fingerprints.length, 0);
}
