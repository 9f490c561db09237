import type { Results } from '../../harness/engine/verdict/results.ts';
import { shellWord, shellWords } from './shell.ts';

/** Where a repeated run writes, so that it replaces no report that somebody reads. */
const folder = 'repeated';
/** Options that a repeated run has values of its own for. */
const replaced: readonly string[] = ['--check', '--suite', '--out', '--format'];
const bare: readonly string[] = ['--json', '--verbose', '--plan'];

/**
 * The command that judges these checks again: `mde-conformance run https://… --email user@example.test --check a/b --out repeated`. It has
 * the options of the run, as far as they are known; a recording is judged anew from `session.har`.
 */
export function repeatCommand({ run }: Pick<Results, 'run'>, checks: readonly string[]): string {
  const words = run.mode === 'live' ? wordsOf(run) : ['mde-conformance', 'audit', 'session.har'];
  return [...words, '--check', checks.join(','), '--out', folder].join(' ');
}

function wordsOf({ maker, target }: Results['run']): readonly string[] {
  const words = shellWords(maker?.commandLine ?? '');
  if (words[0] !== 'mde-conformance' || words[1] !== 'run') return ['mde-conformance', 'run', shellWord(target)];
  return words.filter(
    (word, position) =>
      !bare.includes(word) &&
      !replaced.includes(word.split('=')[0] ?? '') &&
      !replaced.includes(words[position - 1] ?? ''),
  );
}
