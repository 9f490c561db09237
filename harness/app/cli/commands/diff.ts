import { exitCodes } from '../../../engine/verdict/verdict.ts';
import type { Results } from '../../../engine/verdict/results.ts';
import { compare, isWorse } from '../../../../reports/comparison/compare.ts';
import { diffDocument } from '../../../../reports/comparison/diff-document.ts';
import { fingerprintVersion } from '../../../../reports/fingerprint.ts';
import { comparisonText, type ComparisonOptions } from '../comparison-format.ts';
import type { Io } from '../io.ts';
import { readResultsFile } from '../results-file.ts';

/** Says how the second run differs from the first: 1 if something got worse or was no longer judged, else 0. Throws `UsageError`. */
export async function diff(first: string, second: string, options: ComparisonOptions, io: Io): Promise<number> {
  const { results: before } = await readResultsFile(first);
  const { results: after } = await readResultsFile(second);
  const comparison = compare(before, after);
  const worse = isWorse(comparison);
  const value = { fingerprintVersion, before: runOf(before), after: runOf(after), isWorse: worse, ...comparison };
  io.out(comparisonText(diffDocument(comparison, before, after), value, options));
  return worse ? exitCodes.nonconformant : exitCodes.conformant;
}

function runOf({ run, verdict, counts }: Results): object {
  return { id: run.id, target: run.target, startedAt: run.startedAt, verdict, counts };
}
