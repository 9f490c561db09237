import type { Results } from '../../harness/engine/verdict/results.ts';
import type { FailOn } from '../../harness/engine/verdict/waiver.ts';
import { count, instant } from './units.ts';
import { waivedMusts } from './waived.ts';

const failures: Readonly<Record<FailOn, string>> = {
  must: 'a MUST failed',
  security: 'a MUST on which security depends failed',
  should: 'a MUST or a SHOULD failed',
  none: 'no failure counts',
};

/** What the results say of a failure that ends the command with 1, to complete "exit code 1: …". */
export function failureMeaning({ failOn: given, waivers = [], baseline }: Results): string {
  const failOn: FailOn = given ?? 'must';
  const waived = waivers.length === 0 ? '' : ' and is not waived';
  const known = baseline?.isGate === true ? `${waived === '' ? ' and' : ', and'} is not in the baseline` : '';
  return `${failures[failOn]}${waived}${known}${optionOf(failOn)}`;
}

/** Why a run that is not conformant ends the command with 0. */
export function exemptionOf(results: Results): string {
  const { baseline } = results;
  const failOn: FailOn = results.failOn ?? 'must';
  if (failOn === 'none') return `not conformant, and ${failures.none}${optionOf(failOn)}`;
  const waived = waivedMusts(results);
  const reasons = [
    ...(waived === 0 ? [] : [`${count(waived, 'failed MUST')} waived`]),
    ...(baseline?.isGate === true ? ['nothing is new against the baseline (--no-new)'] : []),
    ...(failOn === 'security' ? [`no unwaived failure of a MUST on which security depends${optionOf(failOn)}`] : []),
  ];
  return `not conformant, and nothing counts: ${reasons.join('; ')}`;
}

/** What leaves a run open that is not conformant either, to complete "exit code 3: …"; undefined where MUSTs are open. */
export function opennessOf({ verdict, counts, missingParts = [] }: Results): string | undefined {
  const [part] = missingParts;
  if (verdict !== 'nonconformant' || counts.inconclusiveMust > 0 || part === undefined) return undefined;
  return `the run is incomplete too, which nothing waives: ${part}`;
}

/** The option that was given, in parentheses. */
function optionOf(failOn: FailOn): string {
  return failOn === 'must' ? '' : ` (--fail-on ${failOn})`;
}

/** How many checks a sentence names. */
const mostNamed = 5;

/** What is new and what is known from the baseline, sentences without their full stop; none without a baseline. */
export function baselineSentences({ baseline }: Pick<Results, 'baseline'>): readonly string[] {
  if (baseline === undefined) return [];
  const { run, isGate, notes, added, known, lost, lostParts } = baseline;
  const number = added.reduce((sum, { fingerprints }) => sum + fingerprints.length, 0);
  const gate = isGate ? '; only what is new counts (--no-new)' : '';
  const names = added.length === 0 ? '' : ` (${named(added.map(({ check }) => check))})`;
  return [
    `${number} new${names}, ${known} known from the baseline of ${instant(run.startedAt)}${gate}`,
    ...(lost.length === 0
      ? []
      : [`${count(lost.length, 'MUST')} could not be judged, and the baseline did not leave it open: ${named(lost)}`]),
    ...lostParts.slice(0, 1).map((part) => `The baseline has what this run lacks: ${part}`),
    ...notes.map((note) => `Baseline: ${note}`),
  ];
}

function named(checks: readonly string[]): string {
  const more = checks.length - mostNamed;
  return `${checks.slice(0, mostNamed).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
