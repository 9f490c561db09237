import { fieldDifferences } from './field-differences.ts';
import { compareReaders, type Comparison } from './reader-comparison.ts';
import type { ReaderDifference } from './reader-difference.ts';
import type { Field, Sample } from './reading.ts';
import { refusalDifferences } from './refusal-differences.ts';

/** Every reason for which the readers are known to differ. */
export const readerDifferences: readonly ReaderDifference[] = [...refusalDifferences, ...fieldDifferences];

/** What the readers say of a sample that is neither equal nor explained, a line for each field. */
export async function disagreements(sample: Sample): Promise<readonly string[]> {
  return unexplained(await compareReaders(sample));
}

/** The same, of what they have said. */
export function unexplained(comparison: Comparison): readonly string[] {
  const { sample, first, second, differing } = comparison;
  return differing
    .filter((field) => !readerDifferences.some(({ explains }) => explains(field, comparison)))
    .map((field) => {
      const der = Buffer.from(sample.der).toString('base64');
      return `${field} of the ${sample.kind} ${der}: ${say(first[field])} here, ${say(second[field])} there`;
    });
}

const say = (value: Field | undefined): string => (value === undefined ? 'nothing' : JSON.stringify(value));
