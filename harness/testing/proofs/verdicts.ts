import { openDossier } from '../../engine/evidence/dossier.ts';
import type { Check } from '../../engine/rule/check.ts';
import { judge } from '../../engine/verdict/judge.ts';
import type { Judgement } from '../../engine/verdict/results.ts';
import { readRedactedHar } from '../../wire/har/har.ts';
import type { Har } from '../../wire/har/har.ts';
import { withoutWording } from '../without-wording.ts';

/** The checks that a session does not pass, by id. */
export interface Verdicts {
  readonly fails: readonly string[];
  /** Checks that broke: always a defect of ours. */
  readonly errored: readonly string[];
}

/** Judges what `writeHar` made by these checks, in their order. */
export function verdictsOn(har: Har, checks: readonly Check[]): Verdicts {
  using dossier = openDossier(readRedactedHar(har));
  const judgements = checks.map((check) => judge(check, dossier, withoutWording));
  const idsOf = (outcome: Judgement['outcome']): string[] =>
    judgements.filter((judgement) => judgement.outcome === outcome).map(({ check }) => check);
  return { fails: idsOf('failed'), errored: idsOf('errored') };
}
