import type { Cause } from '../../harness/engine/verdict/cause.ts';
import type { Judgement, Results } from '../../harness/engine/verdict/results.ts';
import { pageAddress } from '../text/page-address.ts';
import { count } from '../text/units.ts';
import { deviceSentence, mustSentence, outcomeMarks, parts } from '../text/wording.ts';
import type { Block } from './room.ts';
import { cut, field, paragraph, type Paper } from './wrap.ts';

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
      long: isMust || paper.verbose ? long(cause, results, paper) : warning(cause, paper),
      short: short(cause, paper, isReached),
      group: isMust ? 'causes of failed MUSTs' : 'warnings (SHOULD and MAY)',
      isMinor: !isMust,
    };
  });
}

function short(cause: Cause, { colours, columns }: Paper, isReached: boolean): string {
  const isMust = cause.level === 'MUST' && isReached;
  const paint = isMust ? colours.red : colours.yellow;
  return `  ${paint(outcomeMarks.failed.symbol)} ${cut(isMust ? named(cause) : warned(cause), columns - 4)}`;
}

/** A defect that several checks show by its name; any other by what was seen. */
function named(cause: Cause): string {
  const { id, headline, checks, exchange } = cause;
  return checks.includes(id) ? warned(cause) : `${headline} [${checks[0]}], exchange ${exchange}`;
}

/** A warning in as many lines as it takes. */
function warning(cause: Cause, { colours, wrap }: Paper): string {
  return paragraph(warned(cause), '  ', wrap, colours.yellow(outcomeMarks.failed.symbol));
}

function warned({ level, checks, seen, exchange }: Cause): string {
  return `${level} ${checks[0]}, exchange ${exchange}: ${seen}`;
}

/** How many checks of a cause are named. */
const mostNamed = 6;

function long(cause: Cause, results: Results, { colours, wrap, verbose }: Paper): string {
  const { headline, seen, remedy, checks, musts, blocked, blockedMusts } = cause;
  const [first] = checks;
  const judgement = results.judgements.find(({ check }) => check === first);
  const must = judgement === undefined ? undefined : mustSentence(judgement);
  const all = verbose || checks.length <= mostNamed + 1;
  const named = all ? checks : [...checks.slice(0, mostNamed), `${checks.length - mostNamed} more`];
  const page = pageAddress(results.tool.homepage, 'checks', first);
  const name = `${musts} MUST, ${count(checks.length, 'check')}: ${named.join(', ')}`;
  return [
    paragraph(`${headline} [${first}]`, '  ', wrap, colours.red(outcomeMarks.failed.symbol)),
    field('seen', seen, wrap),
    ...(must === undefined || !verbose ? [] : [field('must', must, wrap)]),
    field('device', deviceSentence(cause), wrap),
    field('change', remedy, wrap),
    field('where', whereOf(cause, judgement), wrap),
    ...(page === undefined ? [] : [field('page', page, wrap)]),
    ...(checks.length === 1 ? [] : [field('checks', name, wrap)]),
    ...(blocked === 0 ? [] : [field('blocks', `${count(blocked, 'check')} (${blockedMusts} MUST)`, wrap)]),
  ].join('\n');
}

function whereOf({ exchange }: Cause, judgement: Judgement | undefined): string {
  const [finding] = judgement?.findings ?? [];
  if (!finding) return `session.har, exchange ${exchange}`;
  return `session.har, exchange ${exchange}, ${parts[finding.part]}${finding.path === undefined ? '' : ` ${finding.path}`}`;
}
