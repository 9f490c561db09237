import type { Finding, Judgement } from '../../harness/engine/verdict/results.ts';
import { count } from './units.ts';
import { waivedSentences } from './waived.ts';
import { checkImpactSentence, mustSentence, parts, reasonOf } from './wording.ts';

/**
 * All about a judgement in plain lines, for formats with one text field: the rule, what was seen, what to do. `mostFindings` bounds how
 * many findings it lists; it counts the others.
 */
export function explain(judgement: Judgement, mostFindings = Infinity): string {
  const { title, findings, remedy, requirements, reason } = judgement;
  const others = findings.length - mostFindings;
  const must = mustSentence(judgement);
  return [
    `Rule: ${title}`,
    ...waivedSentences(judgement),
    ...(must === undefined ? [] : [`MUST: ${must}`]),
    ...(reason === undefined ? [] : [`Reason: ${reasonOf(judgement)}`]),
    ...findings.slice(0, mostFindings).map((finding) => `Seen: ${findingLine(finding)}`),
    ...(others > 0 ? [`Seen: ${count(others, 'more finding')}, in results.json`] : []),
    `Device: ${checkImpactSentence(judgement)}`,
    `Change: ${remedy}`,
    ...requirements.map(({ id, source }) => `Source: ${id} (${source})`),
  ].join('\n');
}

/** The first finding in one line; of a waived check after `waived until 2026-12-31: `. */
export function headline({ findings, title, waived }: Judgement): string {
  const [first] = findings;
  const mark = waived === undefined ? '' : `waived until ${waived.until}: `;
  if (first === undefined) return `${mark}${title}`;
  return `${mark}${first.message}${findings.length === 1 ? '' : ` (and ${findings.length - 1} more)`}`;
}

/** A finding with its place in one line: `AuthPolicy is "Password" [expected …; exchange 3, body /s:Envelope]`. */
export function findingLine({ message, exchange, part, path, expected, actual, variant }: Finding): string {
  const details = [
    ...(variant === undefined ? [] : [`variant ${variant}`]),
    ...(expected === undefined ? [] : [`expected ${expected}`]),
    ...(actual === undefined ? [] : [`actual ${actual}`]),
    `exchange ${exchange}, ${parts[part]}${path === undefined ? '' : ` ${path}`}`,
  ];
  return `${message} [${details.join('; ')}]`;
}
