import type { Finding, Judgement, Results } from '../../harness/engine/verdict/results.ts';
import { pageAddress } from '../text/page-address.ts';
import { count } from '../text/units.ts';
import { checkImpactSentence, mustSentence, outcomeMarks, parts } from '../text/wording.ts';
import { waivedSentences } from '../text/waived.ts';
import { waysOf } from '../text/ways.ts';
import { code, plain } from './escape.ts';

/** Findings of one check that a summary shows. */
const most = 3;

/** A failed check as an entry of a list: the rule, what was seen and where, what a device does, what to change. */
export function failedCheck(judgement: Judgement, results: Results): string {
  const { check, title, level, findings, remedy, requirements } = judgement;
  const must = mustSentence(judgement);
  const ways = waysOf(check, results);
  const page = pageAddress(results.tool.homepage, 'checks', check);
  const more = findings.length - most;
  return [
    `- ${outcomeMarks.failed.symbol} **${level}** ${page === undefined ? code(check) : `[${code(check)}](${page})`}: ${plain(title)}\n`,
    ...waivedSentences(judgement).map((sentence) => `  - ${plain(sentence)}\n`),
    ...findings.slice(0, most).map(seen),
    ...(more > 0 ? [`  - ${count(more, 'more finding')}\n`] : []),
    ...(ways.length === 0 ? [] : [`  - Ways in: ${ways.join(', ')}\n`]),
    ...(must === undefined ? [] : [`  - MUST: ${plain(must)}\n`]),
    `  - Device: ${plain(checkImpactSentence(judgement))}\n`,
    `  - Change: ${plain(remedy)}\n`,
    ...requirements.map(({ id, source }) => `  - Source: ${code(id)}, ${plain(source)}\n`),
    '\n',
  ].join('');
}

function seen({ message, exchange, part, path, expected, variant }: Finding): string {
  const details = [
    `exchange ${exchange}, ${parts[part]}`,
    ...(path === undefined ? [] : [code(path)]),
    ...(variant === undefined ? [] : [`variant ${code(variant)}`]),
    ...(expected === undefined ? [] : [`expected ${code(expected)}`]),
  ];
  return `  - Seen: ${code(message)} (${details.join('; ')})\n`;
}
