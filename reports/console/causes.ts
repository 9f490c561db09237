import type { Cause } from '../../harness/engine/verdict/cause.ts';
import type { Judgement, Results } from '../../harness/engine/verdict/results.ts';
import { oneLine } from '../text/printable.ts';
import { count } from '../text/units.ts';
import { deviceSentence, mustSentence, outcomeMarks, parts } from '../text/wording.ts';
import type { Block } from './room.ts';
import { field, paragraph, type Paper } from './wrap.ts';

/** What is wrong with the server, the gravest first. */
export function causeBlocks(
  causes: readonly Cause[],
  results: Results,
  paper: Paper,
  isReached: boolean,
): readonly Block[] {
  return causes.map((cause) => {
    const isMust = cause.musts > 0 && isReached;
    return {
      long: isMust || paper.verbose ? long(cause, results, paper) : short(cause, paper, isReached),
      short: short(cause, paper, isReached),
      group: isMust ? 'causes of failed MUSTs' : 'warnings (SHOULD and MAY)',
      isMinor: !isMust,
    };
  });
}

function short(
  { headline, level, checks, seen, exchange }: Cause,
  { colours, wrap }: Paper,
  isReached: boolean,
): string {
  const isMust = level === 'MUST' && isReached;
  const paint = isMust ? colours.red : colours.yellow;
  const [first] = checks;
  const what = isMust ? `${headline} [${first}]` : `${level} ${first}: ${seen} (exchange ${exchange})`;
  const [line = '', ...rest] = wrap(oneLine(what), 3);
  return `  ${paint(outcomeMarks.failed.symbol)} ${line}${rest.length === 0 ? '' : '…'}`;
}

function long(cause: Cause, results: Results, { colours, wrap, verbose }: Paper): string {
  const { headline, seen, remedy, checks, musts, blocked, blockedMusts } = cause;
  const [first] = checks;
  const judgement = results.judgements.find(({ check }) => check === first);
  const must = judgement === undefined ? undefined : mustSentence(judgement);
  const name = checks.length === 1 ? first : `${musts} MUST, ${count(checks.length, 'check')}: ${checks.join(', ')}`;
  return [
    paragraph(`${headline} [${first}]`, '  ', wrap, colours.red(outcomeMarks.failed.symbol)),
    field('seen', seen, wrap),
    ...(must === undefined || !verbose ? [] : [field('must', must, wrap)]),
    field('device', deviceSentence(cause), wrap),
    field('change', remedy, wrap),
    field('where', whereOf(cause, judgement), wrap),
    ...(checks.length === 1 ? [] : [field('checks', name, wrap)]),
    ...(blocked === 0 ? [] : [field('blocks', `${count(blocked, 'check')} (${blockedMusts} MUST)`, wrap)]),
  ].join('\n');
}

function whereOf({ exchange }: Cause, judgement: Judgement | undefined): string {
  const [finding] = judgement?.findings ?? [];
  if (!finding) return `session.har, exchange ${exchange}`;
  return `session.har, exchange ${exchange}, ${parts[finding.part]}${finding.path === undefined ? '' : ` ${finding.path}`}`;
}
