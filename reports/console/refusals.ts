import type { Refusal } from '../../harness/engine/explanation/refusal.ts';
import type { Results } from '../../harness/engine/verdict/results.ts';
import { cameSentence, codeSentence, refusalSentence, saidBy } from '../text/refusal.ts';
import type { Block } from './room.ts';
import { field, paragraph, type Paper } from './wrap.ts';

/** Refusals of valid requests, in the order in which they came. */
export function refusalBlocks(refusals: readonly Refusal[], results: Results, paper: Paper): readonly Block[] {
  return refusals.map((refusal) => ({
    long: block(refusal, results, paper),
    short: paragraph(
      `${refusalSentence(refusal)}: ${refusal.why === undefined ? refusal.came : lowerFirst(refusal.why)}`,
      '',
      paper.wrap,
      sign(paper),
    ),
    group: 'refused requests',
  }));
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function sign({ colours }: Paper): string {
  return colours.red('✕');
}

function block(refusal: Refusal, results: Results, paper: Paper): string {
  const { colours, wrap } = paper;
  const said = saidBy(refusal);
  const checks = results.causes.flatMap((cause) => (cause.refusal === refusal.exchange ? cause.checks : []));
  return [
    paragraph(refusalSentence(refusal), '', wrap, sign(paper), colours.bold),
    field('asked', refusal.url, wrap),
    field('got', cameSentence(refusal), wrap),
    ...(refusal.why === undefined ? [] : [field('why', refusal.why, wrap)]),
    ...(said === undefined ? [] : [field('says', said, wrap)]),
    field('device', codeSentence(refusal), wrap),
    field('do', `${refusal.actor}: ${refusal.remedy}`, wrap),
    ...(checks.length === 0 ? [] : [field('fails', checks.join(', '), wrap)]),
  ].join('\n');
}
