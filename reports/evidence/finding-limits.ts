import type { Finding, Judgement } from '../../harness/engine/verdict/results.ts';

/** How much of the findings a report shows. */
export interface FindingLimits {
  /** Of one check so many findings. */
  readonly findings: number;
  /** Of each text of a finding so many characters. */
  readonly characters: number;
}

/** Characters of all findings together. */
const budget = 900_000;
const steps: readonly FindingLimits[] = [
  { findings: 20, characters: 4000 },
  { findings: 10, characters: 1000 },
  { findings: 5, characters: 500 },
  { findings: 2, characters: 250 },
];
const least: FindingLimits = { findings: 1, characters: 150 };

/** The most with which all findings fit into a report, whatever a target sent and however often. */
export function findingLimits(judgements: readonly Judgement[]): FindingLimits {
  return steps.find((limits) => weightOf(judgements, limits) <= budget) ?? least;
}

function weightOf(judgements: readonly Judgement[], { findings, characters }: FindingLimits): number {
  const lengthOf = (text: string | undefined): number => Math.min(text?.length ?? 0, characters);
  const weight = ({ message, expected, actual, path, variant }: Finding): number =>
    400 + [message, expected, actual, path, variant].reduce((sum, text) => sum + lengthOf(text), 0);
  return judgements.reduce(
    (sum, judgement) =>
      sum + judgement.findings.slice(0, findings).reduce((inner, finding) => inner + weight(finding), 0),
    0,
  );
}
