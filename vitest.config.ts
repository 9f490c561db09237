import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import type { Plugin } from 'vitest/config';

/** Writes the reports of the conformance project beside whatever `--reporter` asks for. */
const conformanceReports: Plugin = {
  name: 'conformance-reports',
  configureVitest({ vitest }) {
    vitest.config.reporters.push([path.resolve(import.meta.dirname, 'harness/app/vitest/conformance-reporter.ts'), {}]);
  },
};

/** What only the survey beside the project can show; its marker, because another folder may have this name. */
const isSurveyThere = existsSync(path.resolve(import.meta.dirname, '../shared/protocol/requirements.md'));
const shared = '{harness,reports,suites}/**/*.shared.test.ts';

/** Says that the project `shared` has nothing to do, in any run that it is part of, and that this is no failure. */
const skippedProject: Plugin = {
  name: 'skipped-project',
  configureVitest({ vitest }) {
    vitest.logger.log('Skipped: the project "shared", because the folder ../shared is not here.');
    if (vitest.config.project.join() === 'shared') vitest.config.passWithNoTests = true;
  },
};

export default defineConfig({
  test: {
    pool: 'threads',
    testTimeout: 180_000,
    isolate: false,
    // One each: without this, Vitest keeps one core for itself, and it has nothing to do.
    maxWorkers: availableParallelism(),
    // Kept on disk between processes: the test of the conformance project starts one of its own.
    experimental: { fsModuleCache: true },
    projects: [
      // Ours: do the checks, the device, the engine and the reports do what they say?
      {
        extends: true,
        test: { name: 'unit', include: ['{harness,reports,scripts,suites}/**/*.test.ts'], exclude: [shared] },
      },
      // Ours too, on samples, recordings and vectors that are not part of the project.
      {
        extends: true,
        plugins: isSurveyThere ? [] : [skippedProject],
        test: { name: 'shared', include: isSurveyThere ? [shared] : [] },
      },
      // The product: does the target conform? Gathered once, then judged.
      {
        extends: true,
        plugins: [conformanceReports],
        test: {
          name: 'conformance',
          include: ['harness/app/vitest/phases/*.suite.ts'],
          globalSetup: ['harness/app/vitest/gather.ts'],
        },
      },
    ],
  },
});
