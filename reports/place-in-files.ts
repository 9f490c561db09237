import type { Results } from '../harness/engine/verdict/results.ts';
import { json } from './results/json.ts';

/** A line of a file that a reader of reports can open. */
export interface PlaceInFile {
  /** Relative, with `/`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** The column after its last character, from 1. */
  readonly endColumn: number;
}

/** A check begins there in `results.json`, one of a module four columns deeper; what else is as deep stands before the judgements. */
const beginsCheck = /^ {6}(?: {4})?"check": "(.*)",$/u;

/**
 * The line that a result points at: the first of the target file, which a repository may hold, and else that of the judgement in
 * `results.json`, which lies beside the report.
 */
export function placesIn(results: Results): (check: string) => PlaceInFile {
  const { targetFile } = results.run;
  if (targetFile !== undefined) {
    const place = { file: targetFile, line: 1, endColumn: 2 };
    return () => place;
  }
  const places = new Map<string, PlaceInFile>();
  for (const [index, line] of json.render(results, { exchanges: [] }).split('\n').entries()) {
    const check = beginsCheck.exec(line)?.[1];
    if (check !== undefined) places.set(check, { file: 'results.json', line: index + 1, endColumn: line.length + 1 });
  }
  return (check) => places.get(check) ?? { file: 'results.json', line: 1, endColumn: 2 };
}
