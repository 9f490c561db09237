import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    pool: 'threads',
    isolate: false,
    projects: [
      // Ours: do the checks, the device, the engine and the reports do what they say?
      { extends: true, test: { name: 'unit', include: ['{harness,reports,suites}/**/*.test.ts'] } },
      // The product: does the target conform? Gathered once, then judged.
      {
        extends: true,
        test: {
          name: 'conformance',
          include: ['suites/**/*.suite.ts'],
          globalSetup: ['suites/support/gather.ts'],
        },
      },
    ],
  },
});
