import type { Judgement, Results } from '../../harness/engine/verdict/results.ts';
import type { Baseline, Deviations } from '../../harness/engine/verdict/waiver.ts';
import { fingerprintOf, stableText } from '../fingerprint.ts';
import { targetOf } from '../identity.ts';
import { allJudgements } from '../own/own-judgements.ts';
import { exitCodeUnder } from './exit-code.ts';
import { inPlace } from './in-place.ts';

/** What is kept of the run that others are held against. */
export type BaselineFacts = Pick<Baseline, 'run' | 'isGate' | 'failed' | 'open' | 'missingParts' | 'notes'>;

/** What another run tells as a baseline of this one. Pure. */
export function baselineFacts(before: Results, after: Results, isGate: boolean): BaselineFacts {
  const { run, verdict, tool } = before;
  const judgements = allJudgements(before);
  return {
    run: { id: run.id, startedAt: run.startedAt, target: run.target, verdict, toolVersion: tool.version },
    isGate,
    notes: notesOn(before, after),
    failed: judgements
      .filter(({ outcome }) => outcome === 'failed')
      .map((judgement) => ({ check: judgement.check, fingerprints: fingerprintsOf(judgement) })),
    open: judgements
      .filter(({ outcome, level }) => outcome === 'inconclusive' && level === 'MUST')
      .map(({ check }) => check),
    missingParts: (before.missingParts ?? []).map(stableText),
  };
}

/** Holds a run against what is kept of another one, in place of an earlier comparison. No outcome and no verdict changes. Pure. */
export function layBaseline(results: Results, facts: BaselineFacts): Results {
  const { run, isGate, notes, failed, open, missingParts } = facts;
  const known = knownIn(failed);
  const judgements = allJudgements(results);
  const seen = judgements.flatMap((judgement) =>
    judgement.outcome === 'failed' ? [{ judgement, fingerprints: fingerprintsOf(judgement) }] : [],
  );
  const added = seen.flatMap(({ judgement: { check, level }, fingerprints }) => {
    const fresh = fingerprints.filter((fingerprint) => known.get(check)?.has(fingerprint) !== true);
    return fresh.length === 0 ? [] : [{ check, level, fingerprints: fresh }];
  });
  const all = seen.reduce((sum, { fingerprints }) => sum + fingerprints.length, 0);
  const fresh = added.reduce((sum, { fingerprints }) => sum + fingerprints.length, 0);
  const lost = judgements
    .filter(({ check, outcome, level }) => outcome === 'inconclusive' && level === 'MUST' && !open.includes(check))
    .map(({ check }) => check);
  const lostParts = (results.missingParts ?? []).filter((part) => !missingParts.includes(stableText(part)));
  const kept = { run, isGate, notes, failed, open, missingParts };
  const laid = { ...results, baseline: { ...kept, added, known: all - fresh, lost, lostParts } };
  return inPlace({ ...laid, exitCode: exitCodeUnder(laid) });
}

function fingerprintsOf({ check, findings }: Judgement): readonly string[] {
  return [...new Set(findings.map((finding) => fingerprintOf(check, finding)))];
}

function knownIn(failed: readonly Deviations[]): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(failed.map(({ check, fingerprints }) => [check, new Set(fingerprints)]));
}

function notesOn(before: Results, after: Results): readonly string[] {
  const { scope, verdict } = before;
  return [
    ...(targetOf(before) === targetOf(after) ? [] : [`it is of another target: ${before.run.target}`]),
    ...(before.requirementSet === after.requirementSet
      ? []
      : [
          `version ${before.tool.version} judged it by another catalogue of requirements, so what that words in another way counts as new; renew it`,
        ]),
    ...(before.run.profile === after.run.profile
      ? []
      : [`its devices had the profile ${before.run.profile}, and these have ${after.run.profile}`]),
    ...(scope.limitedTo.join(' ') === after.scope.limitedTo.join(' ')
      ? []
      : [
          `it was limited to ${scope.limitedTo.join(' ') || 'nothing'}, and this run to ${after.scope.limitedTo.join(' ') || 'nothing'}`,
        ]),
    ...(verdict === 'incomplete' ? ['it is incomplete: what it left open and fails here counts as new'] : []),
  ];
}
