import type { Judgement } from '../../harness/engine/verdict/results.ts';
import { headline } from './explanation.ts';
import { oneLine } from './printable.ts';
import { checkImpactSentence, reasonOf } from './wording.ts';

/** What was seen, what a device does, and what to change, or why it could not be judged: in one line, for lists of other tools. */
export function judgementSentence(judgement: Judgement): string {
  const { outcome, level, remedy } = judgement;
  if (outcome === 'failed') {
    return `${oneLine(headline(judgement))}. Device: ${checkImpactSentence(judgement)}. Change: ${remedy}.`;
  }
  if (outcome === 'errored') return `Internal error in this tool: ${oneLine(reasonOf(judgement))}.`;
  return `${level} not judged: ${oneLine(reasonOf(judgement))}.`;
}
