import tseslint from 'typescript-eslint';

/** What a folder may not import, and why. The message is what a newcomer reads first. */
const forbid = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });
const vitest = {
  group: ['vitest', 'vitest/*', 'msw', 'msw/*'],
  message: 'What ships must run without the test tools.',
};
const namedRequest = {
  regex: '^node:https?$',
  importNamePattern: '^(request|get)$',
  message: 'Use the default import: msw patches the module object, a named import goes to the real network.',
};
const upward = (...folders) => ({
  regex: `\\.\\./(.*/)?(${folders.join('|')})/`,
  message:
    'Imports run one way: harness (session, xml, pki, faults) <- harness/engine <- suites <- reports <- harness/cli.',
});
const shipped = { ignores: ['**/*.test.ts', '**/testing/**', 'suites/**/*.suite.ts', 'suites/support/**'] };

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'conformance-report/', 'reports/samples/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'max-lines': ['error', { max: 250, skipBlankLines: false, skipComments: false }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['harness/{session,xml,pki,faults}/**/*.ts'],
    ...shipped,
    rules: forbid(vitest, namedRequest, upward('device', 'reference-server', 'suites', 'reports', 'cli')),
  },
  {
    files: ['harness/engine/**/*.ts'],
    ...shipped,
    rules: forbid(vitest, namedRequest, upward('device', 'reference-server', 'suites', 'reports', 'cli')),
  },
  {
    files: ['harness/{device,reference-server}/**/*.ts'],
    ...shipped,
    ignores: [...shipped.ignores, 'harness/reference-server/msw.ts'],
    rules: forbid(vitest, namedRequest, upward('suites', 'reports', 'cli')),
  },
  {
    files: ['suites/**/*.ts'],
    ...shipped,
    rules: forbid(vitest, namedRequest, upward('reports', 'cli', 'reference-server')),
  },
  {
    // The checks themselves: a check is a pure, synchronous function of the evidence it declares.
    files: ['suites/*/*.ts'],
    ignores: [...shipped.ignores, 'suites/requirements/**', 'suites/support/**'],
    rules: forbid(
      vitest,
      { regex: '^node:', message: 'A check is a pure function of evidence: no files, no clock, no network.' },
      upward('device', 'reference-server', 'reports', 'cli'),
      { regex: 'transport|recorder', message: 'A check judges what was recorded; it sends nothing.' },
    ),
  },
  {
    files: ['reports/**/*.ts'],
    ...shipped,
    rules: forbid(vitest, upward('device', 'reference-server', 'cli', 'suites')),
  },
);
