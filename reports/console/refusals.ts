import type { Refusal } from '../../harness/engine/explanation/refusal.ts';
import type { Results } from '../../harness/engine/verdict/results.ts';
import { codeSentence, refusalSentence, saidBy } from '../text/refusal.ts';
import type { Block } from './room.ts';
import { field, paragraph, type Paper } from './wrap.ts';

/** Each refusal of a valid request, in the order in which they came. */
export function refusalBlocks(results: Results, paper: Paper): readonly Block[] {
  return results.refusals.map((refusal) => ({
    long: block(refusal, results, paper),
    short: paragraph(`${refusalSentence(refusal)}: ${refusal.came}`, '', paper.wrap, sign(paper)),
    group: 'refused requests',
  }));
}

function sign({ colours }: Paper): string {
  return colours.red('✕');
}

function block(refusal: Refusal, results: Results, paper: Paper): string {
  const { colours, wrap } = paper;
  const said = saidBy(refusal);
  const { checks = [] } = results.causes.find((cause) => cause.refusal === refusal.exchange) ?? {};
  return [
    paragraph(refusalSentence(refusal), '', wrap, sign(paper), colours.bold),
    field('asked', refusal.url, wrap),
    field('got', [refusal.came, ...refusal.notes].join('; '), wrap),
    ...(said === undefined ? [] : [field('says', said, wrap)]),
    field('device', codeSentence(refusal), wrap),
    field('do', `${refusal.actor}: ${refusal.remedy}`, wrap),
    ...(checks.length === 0 ? [] : [field('fails', checks.join(', '), wrap)]),
  ].join('\n');
}
