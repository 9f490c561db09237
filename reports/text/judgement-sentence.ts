import type { Judgement, Results } from '../../harness/engine/verdict/results.ts';
import { headline } from './explanation.ts';
import { oneLine } from './printable.ts';
import { checkImpactSentence, reasonOf } from './wording.ts';

/** What was seen, what a device does, and what to change, or why it could not be judged: in one line, for lists of other tools. */
export function judgementSentence(judgement: Judgement, { judgements }: Results): string {
  const { outcome, level, remedy } = judgement;
  if (outcome === 'failed') {
    return `${oneLine(headline(judgement))}. Device: ${checkImpactSentence(judgement)}. Change: ${remedy}.`;
  }
  if (outcome === 'errored') {
    const whose = judgements.includes(judgement) ? 'Internal error in this tool' : 'Error in a module of checks';
    return `${whose}: ${oneLine(reasonOf(judgement))}.`;
  }
  return `${level} not judged: ${oneLine(reasonOf(judgement))}.`;
}
