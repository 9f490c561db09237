import type { Results } from '../../engine/verdict/results.ts';

/** What an attack left behind. */
export interface Aftermath {
  /** Missing where no command ran. */
  readonly code?: number;
  readonly out: string;
  readonly err: string;
  /** Every file below the folder of the row, by its path, besides those that the row laid there. */
  readonly files: ReadonlyMap<string, string>;
  /** Every request that reached a trap. */
  readonly trapped: readonly string[];
}

/** The folder of the reports in the folder of a row. */
export const outFolder = 'reports/of/the/row';

/** The results document, if one was written. */
export function resultsOf({ files }: Aftermath): Results | undefined {
  const text = files.get(`${outFolder}/results.json`);
  return text === undefined ? undefined : (JSON.parse(text) as Results);
}
