import type { Results } from '../../harness/engine/verdict/results.ts';
import { countsSentence } from '../text/counts.ts';
import { count, instant } from '../text/units.ts';
import { verdictMarks } from '../text/wording.ts';
import type { Change, Comparison } from './compare.ts';
import type { PlainDocument, PlainSection } from './document.ts';

/** What changed between two runs, for people. */
export function diffDocument(comparison: Comparison, before: Results, after: Results): PlainDocument {
  const { regressed, worsened, found, fixed, lost, gained, executed } = comparison;
  const sections = [
    changes('Regressed: passed before, fails now', regressed),
    changes('Worse: failed before, and shows more now', worsened),
    changes('Lost coverage: was judged, and is no longer', lost),
    requests('No longer sent', executed.gone),
    changes('Found: was not judged before, and fails', found),
    changes('Fixed', fixed),
    changes('Newly tested, and passes', gained),
    requests('Newly sent', executed.added),
  ].filter(({ rows }) => rows.length > 0);
  return {
    title: sections.length === 0 ? 'No difference' : summaryOf(comparison),
    lead: [`Before: ${describe(before)}`, `After:  ${describe(after)}`, ...notesOn(before, after)],
    sections,
  };
}

function summaryOf({ regressed, worsened, found, fixed, lost, gained, executed }: Comparison): string {
  const parts: readonly (readonly [number, string])[] = [
    [regressed.length, 'regressed'],
    [worsened.length, 'worse'],
    [lost.length, 'no longer judged'],
    [found.length, 'found'],
    [fixed.length, 'fixed'],
    [gained.length, 'newly tested'],
  ];
  const said = parts.filter(([number]) => number > 0).map(([number, word]) => `${number} ${word}`);
  const sent = [
    ...(executed.gone.length > 0 ? [`${count(executed.gone.length, 'request')} of the plan not sent`] : []),
    ...(executed.added.length > 0 ? [`${count(executed.added.length, 'request')} of the plan newly sent`] : []),
  ];
  return [...said, ...sent].join(', ');
}

function describe({ run, verdict, counts }: Results): string {
  return `${run.target}, ${instant(run.startedAt)}: ${verdictMarks[verdict].word}; ${countsSentence(counts)}`;
}

/** What makes two runs hard to compare. */
function notesOn(before: Results, after: Results): readonly string[] {
  const differ = (what: string, one: string, other: string): readonly string[] =>
    one === other ? [] : [`Note: ${what} ("${one}" before, "${other}" after)`];
  return [
    ...differ('the runs have other targets', before.run.target, after.run.target),
    ...differ('other versions of the tool judged', before.tool.version, after.tool.version),
    ...(before.requirementSet === after.requirementSet
      ? []
      : ['Note: other catalogues of requirements were judged by']),
    ...differ('the devices were others', before.run.profile, after.run.profile),
    ...differ('the runs were limited', before.scope.limitedTo.join(' '), after.scope.limitedTo.join(' ')),
  ];
}

function changes(title: string, all: readonly Change[]): PlainSection {
  const order = ['MUST', 'SHOULD', 'MAY'];
  const sorted = all.toSorted((one, other) => order.indexOf(one.level) - order.indexOf(other.level));
  return {
    title: `${title} (${all.length})`,
    columns: ['level', 'check', 'what', 'because of'],
    rows: sorted.map(({ level, check, says, cause, blockedBy, title: name }) => [
      level,
      check,
      says,
      cause === name ? '' : (cause ?? blockedBy ?? ''),
    ]),
  };
}

function requests(title: string, steps: readonly string[]): PlainSection {
  return { title: `${title} (${steps.length})`, columns: ['request'], rows: steps.map((step) => [step]) };
}
