import { referenceSessionOverTls } from '../harness/testing/reference-run.ts';
import type { ReferenceRun } from '../harness/testing/reference-run.ts';
import type { CoverageRow, Results } from '../harness/engine/verdict/results.ts';
import { assess } from '../harness/app/assess.ts';
import { occasionOf } from '../harness/app/stored-session.ts';
import { checks } from '../suites/index.ts';

/**
 * Prints how far a run against the reference server with its prepared users verifies the catalogue, per document and phase, what a run
 * without prepared users verifies, and with --gaps what is missing.
 */
async function print(isWithGaps: boolean): Promise<void> {
  const { coverage } = await assessed();
  const bare = await assessed({ states: {} });
  const columns: readonly (keyof CoverageRow)[] = [
    'name',
    'total',
    'verified',
    'attainable',
    'unjudged',
    'planned',
    'excluded',
  ];
  const line = (cells: readonly (string | number)[]): string =>
    `${cells.map((cell, index) => (index === 0 ? String(cell).padEnd(54) : String(cell).padStart(11))).join('')}\n`;
  const row = (values: CoverageRow): string => line(columns.map((column) => values[column]));
  process.stdout.write(line(['document', ...columns.slice(1)]) + coverage.documents.map(row).join(''));
  process.stdout.write(
    `\n${line(['phase', ...columns.slice(1)])}${coverage.phases.map(row).join('')}\n${row(coverage.total)}`,
  );
  process.stdout.write(
    `\nA run of the reference server verifies ${coverage.total.verified} of ${coverage.total.total} requirements with its prepared users, ` +
      `and ${bare.coverage.total.verified} without them.\nA run with all states and capabilities can verify ${coverage.total.attainable}.\n`,
  );
  if (isWithGaps) {
    const gaps = coverage.gaps.map(({ requirement, rule, reason }) => `\n${requirement}  ${rule}\n  ${reason}\n`);
    process.stdout.write(gaps.join(''));
  }
}

async function assessed(run?: ReferenceRun): Promise<Results> {
  const session = await referenceSessionOverTls(run);
  return assess(session, checks, occasionOf(session, 'live', ''));
}

await print(process.argv.includes('--gaps'));
