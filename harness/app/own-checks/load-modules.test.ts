import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { call } from '../cli/testing/io.ts';
import { createWorkspace, type Workspace } from '../cli/testing/workspace.ts';
import { loadModules } from './load-modules.ts';

let workspace: Workspace;

const check = (id: string): string =>
  `{ id: '${id}', title: 't', level: 'MUST', basis: 'security', requirements: ['DISC-01'], since: '1', impact: { kind: 'unknown', says: 's' }, remedy: 'r', needs: { each: 'discover' }, *judge() {}, counterexamples: [{ name: 'n', on: 'discover', status: 500 }] }`;

beforeAll(async () => {
  workspace = await createWorkspace();
  for (const name of ['acme-checks', 'only-import'])
    await mkdir(workspace.at(`node_modules/${name}`), { recursive: true });
});

afterAll(() => workspace[Symbol.asyncDispose]());

async function named(file: string, text: string, argument = `./${file}`): Promise<unknown> {
  await workspace.write(file, text);
  const [module] = await loadModules([argument], workspace.at('.'));
  expect(module?.checks.map(({ id }) => id)).toEqual(['acme/a']);
  return module?.name;
}

async function refusal(...names: readonly string[]): Promise<string> {
  return await loadModules(names, workspace.at('.')).then(
    () => 'none',
    (error: unknown) => String(error),
  );
}

test('a file of any kind of module is known by its name and its digest, never by its folder', async () => {
  const text = `export default { checks: [${check('acme/a')}] };`;
  const digest = createHash('sha256').update(text).digest('hex');
  expect(await named('default.mjs', text)).toEqual({ prefix: 'acme', name: 'default.mjs', digest });
  expect(await named('names.mjs', `export const checks = [${check('acme/a')}];`)).toMatchObject({ name: 'names.mjs' });
  expect(await named('common.cjs', `module.exports = { checks: [${check('acme/a')}] };`)).toMatchObject({
    name: 'common.cjs',
  });
});

test('a package is known by its name and version', async () => {
  await workspace.write('node_modules/acme-checks/package.json', '{ "name": "acme-checks", "version": "1.2.0" }');
  await workspace.write('node_modules/acme-checks/index.js', `module.exports = { checks: [${check('acme/a')}] };`);
  const [module] = await loadModules(['acme-checks'], workspace.at('.'));
  expect(module?.name).toMatchObject({ prefix: 'acme', name: 'acme-checks', version: '1.2.0' });
  await workspace.write(
    'node_modules/only-import/package.json',
    '{ "name": "only-import", "exports": { "import": "./x.mjs" } }',
  );
  expect(await refusal('only-import')).toContain('its "exports" give nothing to require(), not even by "default"');
});

test('what cannot be loaded is named, with what is allowed', async () => {
  await workspace.write('broken.cjs', 'this is (no module');
  await workspace.write('throwing.cjs', "throw new RangeError('not today');");
  await workspace.write('notes.txt', '');
  await workspace.write('one.cjs', `exports.checks = [${check('acme/a')}];`);
  await workspace.write('two.cjs', `exports.checks = [${check('acme/b')}];`);
  await workspace.write('bare.cjs', '');
  expect(await refusal('./missing.mjs')).toMatch(
    /--checks \.\/missing\.mjs: there is no such file; name a module \(\.mjs/,
  );
  expect(await refusal('./node_modules')).toContain('it is no file');
  expect(await refusal('./notes.txt')).toContain('a module ends with one of .mjs, .cjs');
  expect(await refusal('no-such-package')).toContain('there is no such package here; a file begins with ./');
  expect(await refusal('fs')).toContain('it is a part of Node.js');
  expect(await refusal('./broken.cjs')).toMatch(/--checks \.\/broken\.cjs: it cannot be loaded: /);
  expect(await refusal('./throwing.cjs')).toContain('it cannot be loaded: RangeError: not today');
  expect(await refusal('./bare.cjs')).toContain('bare.cjs: its export "checks" is missing; expected a list');
  expect(await refusal('./one.cjs', './two.cjs')).toContain('one.cjs has the prefix "acme" too');
});

test('the command ends with 2 and one line before it sends anything', async () => {
  const { code, out, err } = await call(['run', '--checks', workspace.at('missing.mjs'), '--out', workspace.at('out')]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^mde-conformance: --checks [^\n]*missing\.mjs: there is no such file[^\n]*\n$/);
  expect(await call(['verify', workspace.at('out'), '--checks', 'x'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('--checks is for --rejudge') as string,
  });
});

test('checks, rows and scenarios of a module are listed and explained', async () => {
  const row = `requirements: [{ id: 'ACME-01', rule: 'be good', source: 'handbook' }]`;
  const text = `module.exports = { checks: [${check('acme/a').replace('DISC-01', 'ACME-01')}], ${row} };`;
  const file = await workspace.write('listed.cjs', text);
  expect((await call(['list', 'checks', '--phase', 'acme', '--checks', file])).out).toMatch(
    /^acme\/a +MUST +ACME-01 +t\n/,
  );
  expect((await call(['list', 'requirements', '--phase', 'acme', '--checks', file])).out).toMatch(/^ACME-01 +acme\/a/);
  const { out } = await call(['explain', 'acme/a', '--checks', file]);
  expect(out).toContain('acme/a (MUST, security, since 1), of the module listed.cjs');
  expect(out).toContain('ACME-01     be good (handbook)');
  const document = JSON.parse((await call(['explain', 'acme/a', '--json', '--checks', file])).out) as unknown;
  expect(document).toMatchObject({ term: 'acme/a', module: { name: 'listed.cjs' }, check: { counterexamples: ['n'] } });
});
