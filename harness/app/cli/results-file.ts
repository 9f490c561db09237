import { statSync } from 'node:fs';
import path from 'node:path';
import type { Results } from '../../engine/verdict/results.ts';
import { readResultsDocument, UnreadableResults } from '../../../reports/results/results.ts';
import { readInputFile } from './input-file.ts';
import { UsageError } from './usage-error.ts';

/** Bytes: many times what a run writes. */
const largestResults = 64 * 1024 * 1024;

/** A results document that the user named. */
export interface ResultsFile {
  /** The document itself, also where its folder was named. */
  readonly file: string;
  readonly text: string;
  readonly results: Results;
  /** It has an older shape, and `results` are what became of it. */
  readonly isMigrated: boolean;
}

/** Reads a results document, or the one of an output folder. Throws `UsageError`, which names the file, and what it is instead. */
export async function readResultsFile(argument: string): Promise<ResultsFile> {
  const file = isFolder(argument) ? path.join(argument, 'results.json') : argument;
  const text = (await readInputFile(file, largestResults)).toString('utf8');
  const other = otherFiles.find(({ begins }) => begins.test(text.slice(0, 4096)));
  if (other) throw new UsageError(`${file} ${other.says}`);
  try {
    return { file, text, ...readResultsDocument(text) };
  } catch (error) {
    if (!(error instanceof UnreadableResults)) throw error;
    throw new UsageError(`${file}: ${error.message}`);
  }
}

function isFolder(argument: string): boolean {
  return statSync(argument, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** What stands in an output folder, too. */
const otherFiles: readonly { readonly begins: RegExp; readonly says: string }[] = [
  { begins: /^\s*$/, says: 'is empty; expected a results document (results.json)' },
  { begins: /^\s*\{\s*"log"\s*:/, says: 'is a recording; "audit" judges it and writes its results.json' },
  { begins: /^\s*\{[^{[]*"files"\s*:/, says: 'is a manifest; name the results.json beside it' },
  { begins: /^\s*\{\s*"payload(?:Type)?"\s*:/, says: 'is a signature; name the results.json beside it' },
  { begins: /^\s*</, says: 'is a report; name the results.json beside it' },
  { begins: /^PK\x03\x04/, says: 'is a zip archive; unpack it, and name the results.json inside' },
];
