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

export default defineConfig({
  test: {
    pool: 'threads',
    testTimeout: 180_000,
    isolate: false,
    // One each: without this, Vitest keeps one core for itself, and it has nothing to do.
    maxWorkers: availableParallelism(),
    projects: [
      // Ours: do the checks, the device, the engine and the reports do what they say?
      { extends: true, test: { name: 'unit', include: ['{harness,reports,scripts,suites}/**/*.test.ts'] } },
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
