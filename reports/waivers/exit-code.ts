import { exitCodes } from '../../harness/engine/verdict/verdict.ts';
import type { Judgement, Results } from '../../harness/engine/verdict/results.ts';
import { fingerprintOf } from '../fingerprint.ts';
import { allJudgements, isBroken, isOwnAlone } from '../own/own-judgements.ts';
import { covers } from './covering.ts';

/**
 * The exit code of a run with its waivers, its baseline and `failOn`, in the documented precedence: 4, 5, 1, 6, 3, 0. Neither lifts 4 or 5,
 * and the verdict stays what it is. What modules check counts as what ours do. Pure.
 */
export function exitCodeUnder(results: Omit<Results, 'exitCode'> & { readonly exitCode: number }): number {
  const { exitCode, verdict, failOn, waivers = [], own = [] } = results;
  if (exitCode === exitCodes.unreachable) return exitCode;
  if (verdict === 'unsound' || own.some(isBroken)) return exitCodes.unsound;
  if (failOn === 'none') return exitCodes.conformant;
  if (!isBarred(results) && countingFailures(results).length > 0) return exitCodes.nonconformant;
  if (waivers.some(({ state }) => state === 'stale')) return exitCodes.stale;
  return isOpen(results) ? exitCodes.incomplete : exitCodes.conformant;
}

/** The failed checks that end the command with 1, unless a graver cause ends it otherwise; those of modules behind ours. */
export function countingFailures(results: Results): readonly Judgement[] {
  const { failOn = 'must', baseline } = results;
  return allJudgements(results).filter((judgement) => {
    const { outcome, waived, level, must } = judgement;
    if (outcome !== 'failed' || waived !== undefined || failOn === 'none') return false;
    const isCounted =
      failOn === 'security' ? must === 'security' : level === 'MUST' || (failOn === 'should' && level === 'SHOULD');
    return isCounted && (baseline?.isGate !== true || isAdded(judgement, results));
  });
}

/** Whether a failed check shows something that is neither in the baseline nor waived. */
function isAdded({ check, findings }: Judgement, results: Results): boolean {
  const { baseline, waivers = [] } = results;
  const added = new Set(baseline?.added.find((one) => one.check === check)?.fingerprints);
  const holding = waivers.filter((waiver) => waiver.state === 'applied' && waiver.check === check);
  return findings.some(
    (finding) =>
      added.has(fingerprintOf(check, finding)) && !holding.some((waiver) => covers(waiver, finding, results)),
  );
}

/** Something kept the run from the target, so what failed proves nothing. */
function isBarred({ verdict, counts }: Results): boolean {
  return verdict === 'incomplete' && counts.failedMust > 0;
}

/** Whether the run leaves open what it should have judged. With a baseline as the gate, what that left open too does not count. */
function isOpen(results: Results): boolean {
  const { verdict, counts, missingParts = [], baseline, own = [] } = results;
  const isGate = baseline?.isGate === true;
  const isUnexplained = verdict === 'incomplete' && counts.inconclusiveMust === 0 && missingParts.length === 0;
  // Where own checks alone were selected, there is no verdict on ours to wait for.
  if ((isUnexplained && !isOwnAlone(results)) || isBarred(results)) return true;
  return isGate
    ? baseline.lost.length > 0 || baseline.lostParts.length > 0
    : counts.inconclusiveMust > 0 ||
        missingParts.length > 0 ||
        own.some((module) => module.counts.inconclusiveMust > 0);
}
