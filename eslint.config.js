import tseslint from 'typescript-eslint';

/** Fields and parameters that hold a secret. `passwordFile` and `passwordEnv` say where one is kept; RequestSecurityToken is a message. */
const secret =
  '/(password|passphrase|secret|(?<!requestSecurity)token|cookie|credential|authorization|apikey|privatekey)s?$/i';

export default tseslint.config(
  { ignores: ['**/dist/', '.cache/', 'node_modules/', 'conformance-report/', 'reports/samples/'] },
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
    // What reads a secret makes a Secret of it, so that it is redacted and never printed.
    files: ['harness/{app,device}/**/*.ts', 'suites/**/*.ts'],
    ignores: ['**/*.test.ts', '**/testing/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...[
          `TSPropertySignature[key.name=${secret}] > TSTypeAnnotation TSStringKeyword`,
          `TSMethodSignature[key.name=${secret}] > TSTypeAnnotation TSStringKeyword`,
          `Identifier[name=${secret}] > TSTypeAnnotation > TSStringKeyword`,
          `Identifier[name=${secret}] > TSTypeAnnotation > TSUnionType > TSStringKeyword`,
        ].map((selector) => ({ selector, message: 'Make it a Secret (harness/wire/redaction/secret.ts).' })),
      ],
    },
  },
  {
    // Which folder may import which is said in .dependency-cruiser.mjs.
    files: ['{harness,suites,reports}/**/*.ts'],
    ignores: ['**/*.test.ts', '**/testing/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^node:https?$',
              importNamePattern: '^(request|get)$',
              message:
                'Use the default import: msw patches the module object, a named import goes to the real network.',
            },
          ],
        },
      ],
    },
  },
);
