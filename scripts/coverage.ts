import { referenceSessionOverTls } from '../harness/testing/reference-run.ts';
import type { CoverageRow } from '../harness/engine/verdict/results.ts';
import { assess } from '../harness/app/assess.ts';
import { checks } from '../suites/index.ts';

/** Prints how far a run against the reference server verifies the catalogue, per document and phase, and with --gaps what is missing. */
async function print(isWithGaps: boolean): Promise<void> {
  const session = await referenceSessionOverTls();
  const occasion = {
    mode: 'live',
    runId: 'coverage',
    startedAt: new Date().toISOString(),
    durationMs: 0,
    target: '',
  } as const;
  const { coverage } = assess(session, checks, occasion);
  const columns: readonly (keyof CoverageRow)[] = ['name', 'total', 'verified', 'unjudged', 'planned', 'excluded'];
  const line = (cells: readonly (string | number)[]): string =>
    `${cells.map((cell, index) => (index === 0 ? String(cell).padEnd(54) : String(cell).padStart(9))).join('')}\n`;
  const row = (values: CoverageRow): string => line(columns.map((column) => values[column]));
  process.stdout.write(line(['document', ...columns.slice(1)]) + coverage.documents.map(row).join(''));
  process.stdout.write(
    `\n${line(['phase', ...columns.slice(1)])}${coverage.phases.map(row).join('')}\n${row(coverage.total)}`,
  );
  if (isWithGaps) {
    const gaps = coverage.gaps.map(({ requirement, rule, reason }) => `\n${requirement}  ${rule}\n  ${reason}\n`);
    process.stdout.write(gaps.join(''));
  }
}

await print(process.argv.includes('--gaps'));
