import { ESLint, Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../package-root.ts';

const configured = (await new ESLint({ cwd: packageRoot }).calculateConfigForFile(
  'harness/device/target/target.ts',
)) as {
  readonly rules: Linter.RulesRecord;
};

/** What lint says of a file of the device that holds this. */
function problemsIn(code: string): readonly string[] {
  const rules = { 'no-restricted-syntax': configured.rules['no-restricted-syntax'] ?? 'off' };
  const config = { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser as Linter.Parser }, rules };
  return new Linter().verify(code, [config], 'device.ts').map(({ message }) => message);
}

describe('lint refuses a secret that is a plain text', () => {
  test.for([
    'interface Target { readonly password?: string }',
    'interface Target { readonly refreshToken: string | undefined }',
    'interface Target { readonly cookies: readonly string[] }',
    'interface Target { readonly authorization: string }',
    "type Way = { by: 'user'; apiKey?: string } | { by: 'prompt' }",
    'interface Target { clientSecret(): string }',
    'function send(password: string): void {}',
    'const send = ({ url }: Target, token: string | undefined): void => {}',
  ])('%s', (code) => {
    expect(problemsIn(code)).toEqual([expect.stringContaining('Secret (harness/wire/redaction/secret.ts)') as string]);
  });
});

describe('and lets be', () => {
  test.for([
    'interface Target { readonly password?: Secret }',
    'interface TargetFile { readonly passwordEnv?: string; readonly passwordFile?: string }',
    'interface Message { readonly token: RequestToken; readonly tokenType: string }',
    'function send(password: Secret, url: string): string { return url; }',
  ])('%s', (code) => {
    expect(problemsIn(code)).toEqual([]);
  });
});
