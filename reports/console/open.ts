import type { Judgement, Results } from '../../harness/engine/verdict/results.ts';
import { count } from '../text/units.ts';
import { outcomeMarks, reasonOf } from '../text/wording.ts';
import type { Block } from './room.ts';
import { paragraph, type Paper } from './wrap.ts';

/** What could not be judged: one line, or with its reasons if the server is not to blame; and internal errors. */
export function openBlocks(results: Results, paper: Paper): readonly Block[] {
  const { judgements } = results;
  const errors = judgements.filter(({ outcome }) => outcome === 'errored');
  const open = judgements.filter(({ outcome }) => outcome === 'inconclusive');
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
    ...(open.length === 0 ? [] : [unjudged(open, results, paper)]),
  ];
}

function unjudged(open: readonly Judgement[], results: Results, paper: Paper): Block {
  const reasons = reasonsOf(open);
  const [first] = reasons;
  const others = reasons.length - 1;
  const why = isRecording(results)
    ? 'the recording does not show them'
    : `${first?.reason ?? ''}${others > 0 ? `, and for ${count(others, 'other reason')}` : ''}`;
  const line = paragraph(
    `${tally(open)} could not be judged: ${why}${paper.verbose ? '' : '; --verbose lists them'}`,
    '  ',
    paper.wrap,
    paper.colours.yellow(outcomeMarks.inconclusive.symbol),
  );
  if (!paper.verbose) return { long: line, short: line };
  const all = reasons.map(({ reason, members }) => paragraph(`${whatWaits(members)}: ${reason}`, '    ', paper.wrap));
  return { long: [line, ...all].join('\n'), short: line };
}

function isRecording({ run }: Results): boolean {
  return run.mode === 'audit';
}

/** Each reason once, that of most MUSTs first. */
function reasonsOf(open: readonly Judgement[]): readonly { reason: string; members: readonly Judgement[] }[] {
  const all = [...new Set(open.map(briefReason))].map((reason) => ({
    reason,
    members: open.filter((judgement) => briefReason(judgement) === reason),
  }));
  return all.toSorted((one, other) => mustsIn(other.members) - mustsIn(one.members));
}

/** What waits for another check waits for one thing, whatever each lacks. */
function briefReason(judgement: Judgement): string {
  return judgement.blockedBy === undefined
    ? reasonOf(judgement)
    : `${judgement.blockedBy} failed, which they depend on`;
}

function whatWaits(members: readonly Judgement[]): string {
  const [only] = members;
  return members.length === 1 && only ? `${only.level} ${only.check}` : tally(members);
}

function tally(members: readonly Judgement[]): string {
  return `${count(members.length, 'check')} (${mustsIn(members)} MUST)`;
}

function mustsIn(members: readonly Judgement[]): number {
  return members.filter(({ level }) => level === 'MUST').length;
}
