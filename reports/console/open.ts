import type { Judgement, Results } from '../../harness/engine/verdict/results.ts';
import { reasonsOf, tally, unjudgedSentence } from '../text/unjudged.ts';
import { outcomeMarks, reasonOf } from '../text/wording.ts';
import type { Block } from './room.ts';
import { paragraph, type Paper } from './wrap.ts';

/** What could not be judged: one line, or with its reasons if the server is not to blame; and internal errors. */
export function openBlocks(results: Results, paper: Paper): readonly Block[] {
  const { judgements } = results;
  const errors = judgements.filter(({ outcome }) => outcome === 'errored');
  const sentence = unjudgedSentence(results);
  return [
    ...errors.map((judgement) => {
      const text = paragraph(
        `internal error in ${judgement.check}: ${reasonOf(judgement)}`,
        '  ',
        paper.wrap,
        paper.colours.magenta(outcomeMarks.errored.symbol),
      );
      return { long: text, short: text, group: 'internal errors in this tool' };
    }),
    ...(sentence === undefined ? [] : [unjudged(sentence, results, paper)]),
  ];
}

function unjudged(sentence: string, results: Results, paper: Paper): Block {
  const line = paragraph(
    `${sentence}${paper.verbose ? '' : '; --verbose lists them'}`,
    '  ',
    paper.wrap,
    paper.colours.yellow(outcomeMarks.inconclusive.symbol),
  );
  if (!paper.verbose) return { long: line, short: line };
  const all = reasonsOf(results).map(({ reason, members }) =>
    paragraph(`${whatWaits(members)}: ${reason}`, '    ', paper.wrap),
  );
  return { long: [line, ...all].join('\n'), short: line };
}

function whatWaits(members: readonly Judgement[]): string {
  const [only] = members;
  return members.length === 1 && only ? `${only.level} ${only.check}` : tally(members);
}
