import type { Judgement, Results } from '../../harness/engine/verdict/results.ts';
import { outcomeMarks, parts, reasonOf } from '../text/wording.ts';
import type { Block } from './room.ts';
import { cut, field, paragraph, type Paper } from './wrap.ts';

/** What failed and what broke of the checks of modules. */
export function ownBlocks({ own = [] }: Results, paper: Paper): readonly Block[] {
  const all = own.flatMap(({ judgements }) => judgements);
  return [
    ...all.filter(({ outcome }) => outcome === 'errored').map((judgement) => broken(judgement, paper)),
    ...all.filter(({ outcome }) => outcome === 'failed').map((judgement) => failed(judgement, paper)),
  ];
}

function broken(judgement: Judgement, { wrap, colours }: Paper): Block {
  const text = paragraph(reasonOf(judgement), '  ', wrap, colours.magenta(outcomeMarks.errored.symbol));
  return { long: text, short: text, group: 'own checks that broke' };
}

function failed(judgement: Judgement, { wrap, colours, columns, verbose }: Paper): Block {
  const { check, level, title, findings, remedy, waived } = judgement;
  const [first] = findings;
  const isMust = level === 'MUST' && waived === undefined;
  const sign = (isMust ? colours.red : colours.yellow)(outcomeMarks.failed.symbol);
  const line = `${level} ${check}, exchange ${first?.exchange ?? 0}: ${first?.message ?? title}`;
  const more = findings.length > 1 ? ` (and ${findings.length - 1} more)` : '';
  const place = first === undefined ? '' : `, ${parts[first.part]}${first.path === undefined ? '' : ` ${first.path}`}`;
  const long = [
    paragraph(`${title} [${check}]`, '  ', wrap, sign),
    field('seen', `${first?.message ?? title}${more}`, wrap),
    field('change', remedy, wrap),
    field('where', `session.har, exchange ${first?.exchange ?? 0}${place}`, wrap),
  ].join('\n');
  return {
    long: isMust || verbose ? long : paragraph(line, '  ', wrap, sign),
    short: `  ${sign} ${cut(line, columns - 4)}`,
    group: 'failed own checks',
    isMinor: !isMust,
  };
}
