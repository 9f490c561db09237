import type { Judgement, Results } from '../../harness/engine/verdict/results.ts';
import type { WaiverUse } from '../../harness/engine/verdict/waiver.ts';
import { bearingOf } from '../bearing.ts';
import { allJudgements } from '../own/own-judgements.ts';
import { ownSentences } from '../own/own-sentences.ts';
import { placesIn } from '../place-in-files.ts';
import type { Renderer } from '../renderer.ts';
import { tame } from '../tame.ts';
import { judgementSentence } from '../text/judgement-sentence.ts';
import { oneLine } from '../text/printable.ts';
import { reasonsOf, tally } from '../text/unjudged.ts';
import { count } from '../text/units.ts';
import { waiversInOrder, waiverSentence } from '../text/waived.ts';
import { exitMeaning, verdictSentence } from '../text/wording.ts';
import { countingFailures } from '../waivers/exit-code.ts';

type Level = 'error' | 'warning' | 'notice';

interface Annotation {
  readonly level: Level;
  readonly title: string;
  readonly message: string;
  /** The check, for its place in a file. */
  readonly check?: string;
}

/** What GitHub shows of each level for one step; it drops the others without a word. */
const most = 10;

/** Characters of a message. GitHub bounds one too, and the summary has all. */
const longest = 1_000;

/**
 * Commands of a GitHub workflow: printed in a step, each line becomes an annotation of the run and of the pull request. An error is what ends the
 * command with another code than 0; what does not count is a warning.
 */
export const annotations: Renderer = {
  format: 'annotations',
  fileName: 'annotations.txt',
  render: (results) => {
    const tamed = tame(results);
    const all = annotationsOf(tamed);
    const lines = (['error', 'warning', 'notice'] as const).flatMap((level) =>
      fitting(all.filter((one) => one.level === level)),
    );
    return lines.map((one) => commandOf(one, tamed)).join('');
  },
};

function annotationsOf(results: Results): readonly Annotation[] {
  const { exitCode, missingParts = [] } = results;
  const judgements = allJudgements(results);
  const counting = new Set(countingFailures(results));
  const grave: Level = exitCode === 0 ? 'warning' : 'error';
  const of = (level: Level, some: readonly Judgement[]): readonly Annotation[] =>
    some.map((one) => ({ level, title: one.check, check: one.check, message: judgementSentence(one, results) }));
  const isOf = (...bearings: readonly string[]) => judgements.filter((one) => bearings.includes(bearingOf(one)));
  const failed = isOf('failure', 'warning').filter((one) => !counting.has(one));
  return [
    { level: exitCode === 0 ? 'notice' : 'error', title: 'mde-conformance', message: headOf(results) },
    ...of(
      'error',
      judgements.filter(({ outcome }) => outcome === 'errored'),
    ),
    ...of(
      grave,
      judgements.filter((one) => counting.has(one)),
    ),
    ...of(
      grave,
      judgements.filter((one) => isOpenMust(one) && !results.judgements.includes(one)),
    ),
    ...waiversInOrder(results).map((waiver) => ofWaiver(waiver, grave)),
    ...reasonsOf(results).map(({ reason, members }): Annotation => ({
      level: members.some(({ level }) => level === 'MUST') ? grave : 'notice',
      title: 'not judged',
      message: `${tally(members)} could not be judged: ${reason}`,
    })),
    ...missingParts.map((part): Annotation => ({ level: grave, title: 'the run is incomplete', message: part })),
    ...of(
      'warning',
      failed.filter(({ level }) => level !== 'MAY'),
    ),
    ...of(
      'notice',
      failed.filter(({ level }) => level === 'MAY'),
    ),
  ];
}

function isOpenMust({ outcome, level }: Judgement): boolean {
  return outcome === 'inconclusive' && level === 'MUST';
}

/** `Not conformant, 1 waived until 2026-12-31. 1 mandatory check failed. Exit code 0: …`. */
function headOf(results: Results): string {
  const parts = [
    verdictSentence(results),
    results.because,
    ...ownSentences(results),
    `Exit code ${results.exitCode}: ${exitMeaning(results)}`,
  ];
  return parts.map((part) => `${part.replace(/\.$/u, '')}.`).join(' ');
}

function ofWaiver(waiver: WaiverUse, grave: Level): Annotation {
  const { state, check } = waiver;
  const level = state === 'applied' ? 'warning' : state === 'unused' ? 'notice' : grave;
  return { level, title: check, message: waiverSentence(waiver), check };
}

/** Those that GitHub shows; the last one counts the others. */
function fitting(some: readonly Annotation[]): readonly Annotation[] {
  const [first] = some;
  if (first === undefined || some.length <= most) return some;
  const shown = some.slice(0, most - 1);
  const message = `${count(some.length - shown.length, 'more annotation')} of this kind: the summary of the job and report.html have all`;
  return [...shown, { level: first.level, title: 'mde-conformance', message }];
}

/** A target file is a file of the repository; `results.json` is none, so what points there has no place. */
function commandOf({ level, title, message, check }: Annotation, results: Results): string {
  const isPlaced = check !== undefined && results.run.targetFile !== undefined;
  const place = isPlaced ? placesIn(results)(check) : undefined;
  const properties = [
    ...(place === undefined ? [] : [`file=${property(place.file)}`, `line=${place.line}`]),
    `title=${property(title)}`,
  ];
  const line = oneLine(message);
  const text = line.length > longest ? `${line.slice(0, longest).replace(/[\uD800-\uDBFF]$/u, '')}…` : line;
  return `::${level} ${properties.join(',')}::${data(text)}\n`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(oneLine(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
