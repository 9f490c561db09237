import type { OwnResults } from '../../harness/engine/verdict/own-results.ts';
import type { Judgement, Results } from '../../harness/engine/verdict/results.ts';
import { moduleTitle } from '../own/own-sentences.ts';
import { outcomeMarks, reasonOf } from '../text/wording.ts';
import { code, plain } from './escape.ts';
import { failedCheck } from './failed-check.ts';

/** A part for each module of checks: what became of it, what failed, and the rest by name; nothing without modules. */
export function ownBlocks(results: Results): readonly string[] {
  return (results.own ?? []).flatMap((own) => [
    `### Own checks of ${plain(moduleTitle(own))}\n\n`,
    `${plain(own.because)}. No verdict counts them; the exit code does.\n\n`,
    ...(own.problems ?? []).map((problem) => `- ${outcomeMarks.errored.symbol} ${plain(problem)}\n\n`),
    ...own.judgements.filter(({ outcome }) => outcome === 'failed').map((judgement) => failedCheck(judgement, results)),
    ...others(own),
  ]);
}

function others({ judgements }: OwnResults): readonly string[] {
  const left = judgements.filter(({ outcome }) => outcome !== 'failed');
  return left.length === 0 ? [] : [...left.map(line), '\n'];
}

function line(judgement: Judgement): string {
  const { check, level, outcome } = judgement;
  const { symbol, word } = outcomeMarks[outcome];
  const why = outcome === 'passed' ? '' : `: ${plain(reasonOf(judgement))}`;
  return `- ${symbol} ${word}, ${level} ${code(check)}${why}\n`;
}
