import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import * as library from './library.ts';
import { packageRoot } from '../package-root.ts';

test('a handler in this process is recorded and judged without a socket', async () => {
  const user = { email: 'user@mdm.example', password: 'correct horse' };
  const server = library.createReferenceServer({
    origin: 'https://mdm.example',
    now: () => new Date(),
    seed: 'library',
    users: [user],
    keys: library.poolAuthorityKeys(),
  });
  const { session, har } = await library.recordSession({
    target: { url: 'https://mdm.example/EnrollmentServer/Discovery.svc', ...user },
    transport: library.fetchTransport(library.toFetchHandler(server)),
    keys: 'pool',
  });
  const results = library.assess(session, library.checks, library.occasionOf(session, 'live', 'my server'));
  expect(library.readHar(har)).toEqual(session);
  expect(results.judgements.filter((judgement) => library.bearingOf(judgement) === 'error')).toEqual([]);
  expect(results.counts.passed).toBeGreaterThan(0);
});

test('the example of a vendor judges as the library does', async () => {
  const { code, output } = await tsx('examples/vendor-test/conformance.test.mjs');
  expect(output).toContain(`# tests ${library.checks.length + 1}\n`);
  expect(output).not.toMatch(/# Subtest: \S*conformance\.test\.mjs/);
  expect(code, output.match(/^not ok.*$/gm)?.join('\n')).toBe(0);
}, 180_000);

/** The sources in place of the build, which may be older. */
function tsx(file: string): Promise<{ code: number | null; output: string }> {
  const command = createRequire(import.meta.url).resolve('tsx/cli');
  const args = [command, '--tsconfig', 'examples/tsconfig.json', '--test-reporter=tap', file];
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      args,
      { cwd: packageRoot, maxBuffer: 1 << 26 },
      (_error, stdout, stderr) => {
        resolve({ code: child.exitCode, output: `${stdout}${stderr}` });
      },
    );
  });
}
