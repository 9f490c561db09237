import { exitCodes } from '../../../engine/verdict/verdict.ts';
import { matrixDocument, matrixOf } from '../../../../reports/comparison/matrix-document.ts';
import { comparisonText, type ComparisonOptions } from '../comparison-format.ts';
import type { Io } from '../io.ts';
import { readResultsFile } from '../results-file.ts';
import { UsageError } from '../usage-error.ts';

/** The options of the command. */
export interface MatrixOptions extends ComparisonOptions {
  readonly all?: true;
}

/** Lays runs side by side. It judges nothing, so it returns 0 whatever their verdicts are. Throws `UsageError`. */
export async function matrix(names: readonly string[], options: MatrixOptions, io: Io): Promise<number> {
  if (names.length < 2) throw new UsageError('matrix needs two results documents or more; "report" shows one');
  const files = [];
  for (const name of names) files.push(await readResultsFile(name));
  const laid = matrixOf(files.map(({ results }) => results));
  io.out(comparisonText(matrixDocument(laid, options.all === true), laid, options));
  return exitCodes.conformant;
}
