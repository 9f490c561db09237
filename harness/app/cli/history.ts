import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Results } from '../../engine/verdict/results.ts';
import { sha256 } from '../../../reports/manifest.ts';
import { json } from '../../../reports/results/json.ts';
import { entryOf, readEntry, UnreadableEntry, type HistoryEntry } from '../../../reports/trend/history-entry.ts';
import { trendOf } from '../../../reports/trend/trend.ts';
import { UsageError } from './usage-error.ts';

const fileName = 'history.jsonl';

/** Creates the folder of a history, and reads what is there. Throws `UsageError`, which names the line that cannot be read. */
export async function prepareHistory(folder: string): Promise<void> {
  try {
    await mkdir(path.join(folder, 'results'), { recursive: true });
    await appendFile(path.join(folder, fileName), '');
  } catch (error) {
    throw unusable(folder, error);
  }
  await readHistory(folder);
}

/**
 * Adds a run to a history: its results document, under its digest, and one line. A run that is there already, judged to the same results, is
 * not added again. Returns the results with the trend. Replaces no file. Throws `UsageError`.
 */
export async function keepInHistory(folder: string, results: Results): Promise<Results> {
  const document = json.render(results, { exchanges: [] });
  const name = `results/${sha256(document).slice(0, 16)}.json`;
  const entry = entryOf(results, name);
  const entries = await readHistory(folder);
  if (!entries.some(({ results: known }) => known === name)) {
    try {
      await writeFile(path.join(folder, name), document);
      await appendFile(path.join(folder, fileName), `${JSON.stringify(entry)}\n`);
    } catch (error) {
      throw unusable(folder, error);
    }
  }
  return { ...results, trend: trendOf([...entries, entry], entry.target) };
}

async function readHistory(folder: string): Promise<readonly HistoryEntry[]> {
  const file = path.join(folder, fileName);
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw unusable(folder, error);
  });
  return text.split('\n').flatMap((line, index): HistoryEntry[] => {
    if (line.trim() === '') return [];
    try {
      return [readEntry(line)];
    } catch (error) {
      if (!(error instanceof UnreadableEntry)) throw error;
      throw new UsageError(
        `--history: ${file}:${index + 1} is no line of a history: ${error.message}; remove the line, or name another folder`,
      );
    }
  });
}

function unusable(folder: string, error: unknown): UsageError {
  const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return new UsageError(`--history: ${folder} cannot be used (${why}); name a folder that this user may write to`);
}
