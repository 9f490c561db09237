import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cruise } from 'dependency-cruiser';
import type { ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import rules, { engineRooms, floors } from '../../../.dependency-cruiser.mjs';

/** One import in a tree of its own, and the rules that it breaks. */
type Import = readonly [from: string, to: string, ...broken: string[]];

const forbidden: readonly Import[] = [
  ['harness/protocol/up.ts', 'harness/wire/part.ts', 'floor-protocol'],
  ['harness/wire/up.ts', 'harness/engine/rule/part.ts', 'floor-wire'],
  ['harness/engine/rule/up.ts', 'harness/device/part.ts', 'floor-engine'],
  ['harness/device/up.ts', 'suites/part.ts', 'floor-device'],
  ['harness/device/across.ts', 'harness/reference-server/part.ts', 'floor-device'],
  ['harness/reference-server/across.ts', 'harness/device/part.ts', 'floor-reference-server'],
  ['suites/up.ts', 'reports/part.ts', 'floor-suites'],
  ['suites/across.ts', 'harness/reference-server/part.ts', 'floor-suites'],
  ['reports/up.ts', 'harness/app/part.ts', 'floor-reports'],
  ['reports/across.ts', 'suites/part.ts', 'floor-reports'],
  ['harness/app/up.ts', 'scripts/part.ts', 'floor-app'],
  ['harness/app/beside.ts', 'vitest.config.ts', 'floor-app'],

  ['harness/engine/evidence/up.ts', 'harness/engine/rule/part.ts', 'engine-evidence'],
  ['harness/engine/rule/up-a-room.ts', 'harness/engine/selection/part.ts', 'engine-rule'],
  ['harness/engine/selection/up.ts', 'harness/engine/verdict/part.ts', 'engine-selection'],
  ['harness/engine/explanation/up.ts', 'harness/engine/verdict/part.ts', 'engine-explanation'],
  ['harness/engine/verdict/out.ts', 'harness/engine/part.ts', 'engine-verdict'],
  ['harness/engine/loose.ts', 'harness/engine/verdict/part.ts', 'no-floor'],
  ['harness/attic/loose.ts', 'harness/app/part.ts', 'no-floor'],
  ['harness/app/loose.ts', 'harness/attic/part.ts', 'floor-app'],

  ['suites/discovery/device.ts', 'harness/device/part.ts', 'pure-check'],
  ['suites/discovery/transport.ts', 'harness/wire/transport/part.ts', 'pure-check'],
  ['suites/discovery/shared/device.ts', 'harness/device/part.ts', 'pure-check'],
  ['suites/discovery/by-a-scenario.ts', 'suites/discovery/scenarios/drives.ts', 'pure-check'],
  ['suites/discovery/files.ts', 'node:fs', 'pure-check-no-node'],
  ['suites/discovery/shared/deeper/clock.ts', 'node:timers', 'pure-check-no-node'],

  ['harness/wire/tested.ts', 'vitest', 'no-test-tools', 'no-undeclared-package'],
  ['reports/mocked.ts', 'msw', 'no-test-tools', 'no-undeclared-package'],
  ['suites/mocked.ts', 'msw/node', 'no-test-tools', 'no-undeclared-package'],
  ['harness/app/mounted.ts', 'harness/reference-server/mount/msw.ts', 'no-testing-below'],
  ['harness/app/testing-below.ts', 'harness/app/testing/part.ts', 'no-testing-below'],
  ['harness/app/test-below.ts', 'harness/app/part.test.ts', 'no-testing-below'],
  ['harness/app/timed.ts', 'harness/bench/part.ts', 'floor-app', 'no-testing-below'],
  ['reports/circle.ts', 'reports/way-back.ts', 'no-circle'],

  ['harness/app/developed.ts', 'developed', 'no-undeclared-package'],
  ['harness/app/unheard-of.ts', 'unheard-of', 'no-undeclared-package'],
];

const lawful: readonly Import[] = [
  ['harness/wire/down.ts', 'harness/protocol/part.ts'],
  ['harness/app/down.ts', 'harness/reference-server/part.ts'],
  ['harness/engine/verdict/down.ts', 'harness/engine/evidence/part.ts'],
  ['harness/protocol/root.ts', 'harness/package-root.ts'],
  ['harness/package-root.ts', 'node:path'],
  ['harness/wire/files.ts', 'node:fs'],
  ['harness/wire/declared.ts', 'declared'],
  ['suites/discovery/lawful.ts', 'harness/engine/rule/part.ts'],
  ['suites/discovery/scenarios/drives.ts', 'harness/device/part.ts'],
  ['suites/discovery/lawful.test.ts', 'suites/discovery/scenarios/drives.ts'],
  ['harness/protocol/up.test.ts', 'vitest'],
  ['harness/protocol/testing/up.ts', 'harness/app/part.ts'],
  ['scripts/anything.ts', 'harness/app/part.ts'],
];

const folder = mkdtempSync(path.join(tmpdir(), 'floors-'));
const followed = new Set<string>();
const brokenBy = new Map<string, string[]>();

beforeAll(async () => {
  for (const [from, to] of [...forbidden, ...lawful]) write(from, importOf(from, to));
  write('reports/way-back.ts', "export type { Circle } from './circle.ts';\n");
  for (const name of ['vitest', 'msw', 'declared', 'developed']) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
    write(`node_modules/${name}/index.js`, '');
  }
  write('node_modules/msw/node.js', '');
  const devDependencies = { vitest: '1', msw: '1', developed: '1' };
  write('package.json', JSON.stringify({ dependencies: { declared: '1' }, devDependencies }));

  const { output } = await cruise(['harness', 'suites', 'reports', 'scripts'], {
    ...rules.options,
    baseDir: folder,
    validate: true,
    ruleSet: { forbidden: rules.forbidden ?? [] },
  });
  const { modules, summary } = output as ICruiseResult;
  for (const { source, dependencies } of modules) if (dependencies.length > 0) followed.add(source);
  for (const { from, rule } of summary.violations) {
    brokenBy.set(from, [...(brokenBy.get(from) ?? []), rule.name]);
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the floors', () => {
  it.each(forbidden)('refuse that %s imports %s', (from, _, ...broken) => {
    expect(brokenBy.get(from)?.toSorted()).toEqual(broken);
  });

  it.each(lawful)('let %s import %s', (from) => {
    expect(followed).toContain(from);
    expect(brokenBy.get(from)).toBeUndefined();
  });

  it('are each held by an import that would leave it, and so is each room of the engine', () => {
    const held = [
      ...floors.map(({ name }) => `floor-${name.replace(' ', '-')}`),
      ...engineRooms.map((room) => `engine-${room}`),
    ];
    expect(forbidden.map(([, , rule]) => rule)).toEqual(expect.arrayContaining(held));
  });

  it('lie one upon the other: each may import only those before it', () => {
    const names = floors.map(({ name }) => name);
    for (const { name, mayImport } of floors) {
      expect(names.slice(0, names.indexOf(name))).toEqual(expect.arrayContaining([...mayImport]));
    }
  });
});

/** A file that imports the other, and beside it what is imported, where the table gives it no text of its own. */
function importOf(from: string, to: string): string {
  if (!to.endsWith('.ts')) return `import '${to}';\n`;
  if (!lawful.some(([file]) => file === to)) write(to, 'export {};\n');
  const relative = path.posix.relative(path.posix.dirname(from), to);
  return `import '${relative.startsWith('.') ? relative : `./${relative}`}';\n`;
}

function write(file: string, text: string): void {
  const place = path.join(folder, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, text);
}
