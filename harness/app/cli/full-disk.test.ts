import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { packageRoot } from '../../package-root.ts';
import { buildCommand } from './testing/built-command.ts';
import { createWorkspace } from './testing/workspace.ts';

const command = await buildCommand();

afterAll(() => command[Symbol.asyncDispose]());

const har = JSON.stringify({ log: { version: '1.2', creator: { name: 'test', version: '1' }, entries: [] } });

/** The command where no file may have more than this number of blocks of 512 bytes; a write beyond fails as on a full disk. */
function limited(blocks: number, args: readonly string[]): ReturnType<typeof spawnSync> {
  const words = [String(blocks), process.execPath, command.file, ...args];
  const script = 'ulimit -f "$1"; shift; exec "$@"';
  return spawnSync('sh', ['-c', script, 'sh', ...words], { cwd: packageRoot, encoding: 'utf8', timeout: 120_000 });
}

test.skipIf(process.platform === 'win32')(
  'where a file cannot be completed, the old report stays whole, and message, summary and exit code agree',
  { timeout: 180_000 },
  async () => {
    await using workspace = await createWorkspace();
    const file = await workspace.write('empty.har', har);
    const args = ['audit', file, '--out', workspace.at('out')];
    expect(limited(1_000_000, args).status).toBe(3);
    const before = await workspace.digests();
    const names = [...before.keys()].map((name) => path.basename(name));
    expect(names).toContain('report.html');

    const { status, stdout, stderr } = limited(100, args);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: expect.stringMatching(
        /\nmde-conformance: [^\n]*\/out\/(?:results\.json|report\.html|junit\.xml) could not be written \(EFBIG\)\.\n$/,
      ) as string,
    });
    expect(String(stdout)).toMatch(/^\? Incomplete {2}empty\.har\n(?:.*\n)*Exit code 2: /);
    expect(String(stdout)).not.toContain('report.html');
    expect(await workspace.digests()).toEqual(before);

    const json = limited(100, [...args, '--json']);
    expect({
      status: json.status,
      exitCode: (JSON.parse(String(json.stdout)) as { exitCode: number }).exitCode,
    }).toEqual({ status: 2, exitCode: 2 });
    expect(await workspace.digests()).toEqual(before);
    expect(limited(1_000_000, args).status).toBe(3);
  },
);
