import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import type { Plugin } from 'vitest/config';
import { findBrowser } from './harness/device/sign-in/browser/find-browser.ts';

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

/** What only a browser can show; its tests start the one that is there. */
const browsers = '{harness,reports,suites}/**/*.browser.test.ts';
const isBrowserThere = findBrowser() !== undefined;

/** Says that a project has nothing to do, in any run that it is part of, and that this is no failure. */
const skipped = (project: string, because: string): Plugin => ({
  name: `skipped-${project}`,
  configureVitest({ vitest }) {
    vitest.logger.log(`Skipped: the project "${project}", because ${because}.`);
    if (vitest.config.project.join() === project) vitest.config.passWithNoTests = true;
  },
});

export default defineConfig({
  test: {
    pool: 'threads',
    testTimeout: 180_000,
    isolate: false,
    // In the tests below `harness`, a third of the time of two workers went by while they waited for a process or for a time limit.
    maxWorkers: availableParallelism() + 1,
    // Kept on disk between processes: the test of the conformance project starts one of its own.
    experimental: { fsModuleCache: true },
    projects: [
      // Ours: do the checks, the device, the engine and the reports do what they say?
      {
        extends: true,
        test: { name: 'unit', include: ['{harness,reports,scripts,suites}/**/*.test.ts'], exclude: [shared, browsers] },
      },
      // Ours too, on samples, recordings and vectors that are not part of the project.
      {
        extends: true,
        plugins: isSurveyThere ? [] : [skipped('shared', 'the folder ../shared is not here')],
        test: { name: 'shared', include: isSurveyThere ? [shared] : [] },
      },
      // Ours too, in a real browser.
      {
        extends: true,
        plugins: isBrowserThere ? [] : [skipped('browser', 'no Edge, Chrome or Chromium is on the path')],
        test: { name: 'browser', include: isBrowserThere ? [browsers] : [] },
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
