import { execFile } from 'node:child_process';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as library from '../../app/library.ts';
import { packageHomepage, packageRoot, packageVersion } from '../../package-root.ts';
import { testAction } from '../ci/action-cases.ts';
import { relativeLinks } from '../markdown-links.ts';
import { packPackage } from '../packed-package.ts';
import type { PackedPackage } from '../packed-package.ts';
import { typeProblems } from '../type-problems.ts';

let packed: PackedPackage;

beforeAll(async () => {
  packed = await packPackage();
}, 600_000);

afterAll(() => packed[Symbol.asyncDispose]());

describe('the package', () => {
  test('is small', () => {
    expect(packed.files.length).toBeLessThanOrEqual(149);
    expect(packed.unpackedSize).toBeLessThanOrEqual(4_020_000);
  });

  test('loads what it declares, and declares what it loads', async () => {
    const chunks = packed.files.filter((file) => /^dist\/.*\.m?js$/.test(file));
    const code = await Promise.all(chunks.map((file) => readFile(path.join(packed.folder, file), 'utf8')));
    const loaded = code.flatMap((text) => [...text.matchAll(/\brequire\(["']([^."'][^"']*)["']\)/g)]);
    const names = new Set(loaded.map(([, name = '']) => /^(@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name));
    // `mde-conformance/vitest` imports it, because it has no `require()`.
    expect([...names, 'vitest'].filter((name) => !isBuiltin(name)).sort()).toEqual([...packed.dependencies].sort());
  });

  test('holds what its README links to', async () => {
    const links = relativeLinks(await readFile(path.join(packed.folder, 'README.md'), 'utf8'));
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((link) => !packed.files.some((file) => file === link || file.startsWith(`${link}/`)))).toEqual(
      [],
    );
  });

  test('gives import and require() the same library', async () => {
    const { names, checks, areSame } = await printed('both.mjs', [
      "import { createRequire } from 'node:module';",
      "import * as imported from 'mde-conformance';",
      "const required = createRequire(import.meta.url)('mde-conformance');",
      'const areSame = Object.keys(imported).every((name) => imported[name] === required[name]);',
      'const names = [Object.keys(imported).sort(), Object.keys(required).sort()];',
      'console.log(JSON.stringify({ names, checks: imported.checks.map(({ id }) => id), areSame }));',
    ]);
    const exported = Object.keys(library).sort();
    expect({ names, checks, areSame }).toEqual({
      names: [exported, exported],
      checks: library.checks.map(({ id }) => id),
      areSame: true,
    });
  });

  test('judges as soon as require() returns', async () => {
    const results = await printed('sync.cjs', [
      "const { assess, checks } = require('mde-conformance');",
      'const session = { exchanges: [] };',
      "const occasion = { mode: 'live', runId: '', startedAt: '', durationMs: 0, target: '' };",
      'console.log(JSON.stringify(assess(session, checks, occasion)));',
    ]);
    expect(results).toMatchObject({ verdict: 'incomplete' });
  });

  test('has a command', async () => {
    const bin = path.join(packed.folder, 'dist', 'cli', 'bin.js');
    expect(await node([bin, '--version'])).toEqual({ code: 0, output: `${packageVersion}\n` });
    const listed = JSON.parse((await node([bin, 'list', 'checks', '--json'])).output) as { id: string }[];
    expect(listed.map(({ id }) => id).sort()).toEqual(library.checks.map(({ id }) => id).sort());
  });

  test('links to the page of a check as soon as its package.json has a homepage, and not before', async () => {
    const manifest = path.join(packed.folder, 'package.json');
    const text = await readFile(manifest, 'utf8');
    const explain = [path.join(packed.folder, 'dist', 'cli', 'bin.js'), 'explain', 'discovery/answer'];
    expect((await node(explain)).output.includes('  Page  ')).toBe(packageHomepage !== undefined);
    await writeFile(manifest, JSON.stringify({ ...JSON.parse(text), homepage: 'https://docs.example.test/mde' }));
    const { output } = await node(explain);
    await writeFile(manifest, text);
    expect(output).toContain('  Page        https://docs.example.test/mde/checks/discovery/answer.html\n');
  });

  test('has types for ES modules, for CommonJS and for bundlers', async () => {
    const lines = [
      "import { assess, checks, occasionOf, readStoredSession, type Verdict } from 'mde-conformance';",
      "import { defineScenario, proveCheck, type OwnModule } from 'mde-conformance';",
      "const drive = defineScenario({ id: 'acme/a', title: 't', effect: 'read', devices: 1, drive: async (context) => void (await context.device('a').discover(context.discovery())) });",
      'export const own: OwnModule = { checks: [], scenarios: [drive] };',
      "export const proof: Promise<void> = proveCheck(own, 'acme/a', { fails: [/x/] });",
      "const { session } = readStoredSession('{}');",
      "export const verdict: Verdict = assess(session, checks, occasionOf(session, 'audit', 'mine')).verdict;",
      // Part of the user's file, and no switch of ours: the compiler has to refuse the line below it.
      '// @ts-expect-error: the types are no `any`',
      'export const wrong: number = verdict;',
    ];
    const at = (name: string) => path.join(packed.project, name);
    for (const name of ['module.mts', 'common.cts', 'bundled.ts']) await writeFile(at(name), lines.join('\n'));
    const types = path.join(packed.folder, 'dist', 'library.d.ts');
    expect(typeProblems([at('module.mts'), at('common.cts')], types, 'node')).toEqual([]);
    expect(typeProblems([at('bundled.ts')], types, 'bundler')).toEqual([]);
  });

  test('has matchers for vitest and handlers for msw, with types', async () => {
    const lines = [
      "import { enrollmentHandlers } from 'mde-conformance/msw';",
      "import 'mde-conformance/vitest';",
      "import { expect } from 'vitest';",
      "import { setupServer } from 'msw/node';",
      "export const server = setupServer(...enrollmentHandlers({ defect: 'discovery/answer' }));",
      "export const asked: Promise<void> = expect('').toConform('discover-response');",
      '// @ts-expect-error: there is no such type of a message',
      "export const wrong = expect('').toConform('discovery');",
    ];
    const file = path.join(packed.project, 'matching.mts');
    await writeFile(file, lines.join('\n'));
    expect(typeProblems([file], path.join(packed.folder, 'dist', 'library.d.ts'), 'bundler')).toEqual([]);
  });

  test('loads checks of a user of any kind of module, beside the library that they import', async () => {
    const bin = path.join(packed.folder, 'dist', 'cli', 'bin.js');
    const listed = async (name: string, lines: readonly string[]) => {
      await writeFile(path.join(packed.project, name), lines.join('\n'));
      return await node([bin, 'list', 'checks', '--phase', 'acme', '--checks', `./${name}`]);
    };
    const body = [
      "const check = defineCheck({ id: 'acme/a', title: 't', level: 'MAY', basis: 'security', requirements: ['DISC-01'],",
      "  since: '1', impact: { kind: 'unknown', says: 's' }, remedy: 'r', needs: { each: 'discover' },",
      "  judge: () => [], counterexamples: [{ name: 'n', on: 'discover', status: 500 }] });",
    ];
    const wanted = { code: 0, output: expect.stringMatching(/^acme\/a +MAY/) as string };
    const esm = [
      "import { defineCheck } from 'mde-conformance';",
      ...body,
      'await 0;',
      'export const checks = [check];',
    ];
    const cjs = ["const { defineCheck } = require('mde-conformance');", ...body, 'exports.checks = [check];'];
    expect(await listed('own.mjs', esm)).toMatchObject(wanted);
    expect(await listed('own.cjs', cjs)).toMatchObject(wanted);
    const typed = await listed('own.mts', [...esm, 'export const prefix: string = "acme";']);
    const doesStrip = 'typescript' in process.features && Boolean(process.features.typescript);
    if (doesStrip) expect(typed).toMatchObject(wanted);
    else
      expect(typed).toMatchObject({ code: 2, output: expect.stringContaining('does not load TypeScript') as string });
    expect(await listed('broken.mjs', ['', 'const = 1;'])).toMatchObject({
      code: 2,
      output: expect.stringMatching(
        /--checks \.\/broken\.mjs: it cannot be loaded: SyntaxError: .* \(line 2\)\n$/,
      ) as string,
    });
  });

  test('has examples with Hono, Express and a client that run as they are', async () => {
    const at = (name: string) => path.join(packed.project, name);
    for (const name of ['hono', 'express', 'client', 'own-check']) {
      await cp(path.join(packed.folder, 'examples', name), at(name), { recursive: true });
    }
    const hono = await node(['--test-reporter=tap', at('hono/conformance.test.mjs')]);
    expect(hono, hono.output).toMatchObject({ code: 0 });
    const own = await node(['--test-reporter=tap', at('own-check/acme.test.mjs')]);
    expect(own, own.output).toMatchObject({ code: 0 });
    const vitest = path.join(packageRoot, 'node_modules', 'vitest', 'vitest.mjs');
    const others = await node([vitest, 'run', '--root', packed.project, 'express', 'client']);
    expect(others.output).toMatch(/Tests\s+4 passed \(4\)/);
  }, 300_000);

  test('has an example that judges as the library does', async () => {
    const example = path.join(packed.folder, 'examples', 'vendor-test', 'conformance.test.mjs');
    const { code, output } = await node(['--test-reporter=tap', example]);
    expect(output).toContain(`# tests ${library.checks.length + 1}\n`);
    expect(code, output.match(/^not ok.*$/gm)?.join('\n')).toBe(0);
  }, 300_000);
});

describe('the action', () => {
  testAction(() => packed);
});

/** What a script of the project prints, read as JSON. */
async function printed(name: string, lines: readonly string[]): Promise<Record<string, unknown>> {
  const file = path.join(packed.project, name);
  await writeFile(file, lines.join('\n'));
  const { output } = await node([file]);
  return JSON.parse(output) as Record<string, unknown>;
}

function node(args: readonly string[]): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      args,
      { cwd: packed.project, maxBuffer: 1 << 26, env: { ...process.env, NO_COLOR: '1' } },
      (_error, stdout, stderr) => {
        resolve({ code: child.exitCode, output: `${stdout}${stderr}` });
      },
    );
  });
}
