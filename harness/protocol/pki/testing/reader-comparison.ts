import { isDeepStrictEqual } from 'node:util';
import { firstReading } from './first-reader.ts';
import type { Reading, Sample } from './reading.ts';
import { secondReading } from './second-reader.ts';

/** What both readers say of a sample. */
export interface Comparison {
  readonly sample: Sample;
  readonly first: Reading;
  readonly second: Reading;
  /** The fields on which they differ; none where both refuse, for whatever reasons. */
  readonly differing: readonly string[];
}

/** Lets both readers read a sample. Where one refuses what the other reads, they differ on `refused` alone. */
export async function compareReaders(sample: Sample): Promise<Comparison> {
  const [first, second] = [firstReading(sample), await secondReading(sample)];
  const names = new Set([...Object.keys(first), ...Object.keys(second)]);
  const differing =
    'refused' in first || 'refused' in second
      ? [first, second].every((reading) => 'refused' in reading)
        ? []
        : ['refused']
      : [...names].filter((name) => !isDeepStrictEqual(first[name], second[name]));
  return { sample, first, second, differing };
}
