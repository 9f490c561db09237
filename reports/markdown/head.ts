import type { Outcome, Results } from '../../harness/engine/verdict/results.ts';
import { count } from '../text/units.ts';
import { wayWord } from '../text/ways.ts';
import { exitMeaning, outcomeMarks, verdictMarks, verdictSentence } from '../text/wording.ts';
import { cell, code, plain } from './escape.ts';

/** The verdict, of what, and why. */
export function title(results: Results): string {
  const { verdict, run, because, exitCode, scope } = results;
  return [
    `## ${verdictMarks[verdict].symbol} ${plain(verdictSentence(results))}\n\n`,
    `Target: ${code(run.target)}, ${plain(scope.covers)}\n\n`,
    `${plain(because.replace(/\.$/u, ''))}.\n\n`,
    `Exit code ${exitCode}: ${plain(exitMeaning(results))}.\n\n`,
  ].join('');
}

const outcomes: readonly Outcome[] = ['failed', 'inconclusive', 'errored', 'passed', 'inapplicable'];

/** How many checks have which outcome, and how many of them are a MUST. */
export function countsTable({ counts, judgements }: Results): string {
  const rows = outcomes.map((outcome) => {
    const musts = judgements.filter((one) => one.outcome === outcome && one.level === 'MUST').length;
    const { symbol, word } = outcomeMarks[outcome];
    return `| ${symbol} ${word} | ${counts[outcome]} | ${musts} |\n`;
  });
  return `| Outcome | Checks | MUST |\n| --- | ---: | ---: |\n${rows.join('')}\n`;
}

/** Each way in with its own verdict; nothing if no way is known. */
export function waysTable({ ways }: Results): readonly string[] {
  if (ways.length === 0) return [];
  const rows = ways.map((result) => {
    const { way, because, failed } = result;
    const checks = failed.length === 0 ? '' : `: ${count(failed.length, 'check')} failed`;
    return `| ${way} | ${wayWord(result)}${checks} | ${cell(because)} |\n`;
  });
  return [`| Way in | Verdict | Why |\n| --- | --- | --- |\n${rows.join('')}\n`];
}
