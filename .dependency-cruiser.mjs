/**
 * States the floors of the code. Lint checks every import against them, and `npm run generate` writes the table of
 * CONTRIBUTING.md from them. A file imports from its own floor and from the floors in `mayImport`. The folders of the
 * engine are floors of their own.
 */
export const floors = [
  {
    name: 'protocol',
    path: 'harness/protocol',
    holds: 'XML, certificates (`pki/der`, `read`, `build`, `path`) and the fault table, as the standards define them',
    mayImport: [],
    because: 'What a standard defines is true without a run, a device or a check.',
  },
  {
    name: 'wire',
    path: 'harness/wire',
    holds: 'one HTTP exchange: its transport, its redaction, its HAR',
    mayImport: ['protocol'],
    because: 'A recording is the same whoever sent the request and whoever judges the answer.',
  },
  {
    name: 'engine',
    path: 'harness/engine',
    holds: 'a session turned into results: `evidence`, `rule` (what a check imports), `selection`, `verdict`',
    mayImport: ['protocol', 'wire'],
    because: 'Judging is pure, so that `audit` gives the verdict of the run.',
  },
  {
    name: 'device',
    path: 'harness/device',
    holds: 'the simulated Windows device: its `target`, its `client`, its `run`',
    mayImport: ['protocol', 'wire', 'engine'],
    because: 'The device reads what it needs to go on, and judges nothing.',
  },
  {
    name: 'reference server',
    path: 'harness/reference-server',
    holds: 'a server that does everything right, and its departures',
    mayImport: ['protocol', 'wire', 'engine'],
    because: 'The device must not know the server that it is proven on.',
  },
  {
    name: 'suites',
    path: 'suites',
    holds: 'the catalogue; in a folder for each protocol phase its checks, `scenarios` and what they share',
    mayImport: ['protocol', 'wire', 'engine', 'device'],
    because: 'A check that knew the reference server would judge every server by ours.',
  },
  {
    name: 'reports',
    path: 'reports',
    holds: 'renderers: each turns results and a session into one format',
    mayImport: ['protocol', 'wire', 'engine'],
    because: 'The results document is enough to render a report; the catalogue may have changed since.',
  },
  {
    name: 'app',
    path: 'harness/app',
    holds: 'what people start: the command line, the library, the vitest project',
    mayImport: ['protocol', 'wire', 'engine', 'device', 'reference server', 'suites', 'reports'],
    because: 'Nothing below depends on how it is started.',
  },
];

/** Inside the engine: each room may import those before it. */
export const engineRooms = ['evidence', 'rule', 'selection', 'verdict'];

/** Tests, and what only tests and benchmarks use, may import everything. */
const exempt = '[.]test[.]ts$|/testing/|^harness/bench/|^harness/app/vitest/|^harness/reference-server/mount/msw[.]ts$';

/** Where everything stands that a floor may import: itself, the floors below, and the one file that names the package's folder. */
const allowedFor = ({ name, mayImport }) =>
  `^(${[...floors.filter((floor) => floor.name === name || mayImport.includes(floor.name)).map(({ path }) => `${path}/`), 'harness/package-root[.]ts$'].join('|')})`;

const floorRules = floors.map((floor) => ({
  name: `floor-${floor.name.replace(' ', '-')}`,
  comment: `${floor.because} ${floor.path} imports ${floor.mayImport.join(', ') || 'no other floor'}.`,
  severity: 'error',
  from: { path: `^${floor.path}/`, pathNot: exempt },
  to: { path: '^(harness|suites|reports|scripts|examples)/', pathNot: allowedFor(floor) },
}));

const roomRules = engineRooms.slice(0, -1).map((room, index) => ({
  name: `engine-${room}`,
  comment: `The rooms of the engine build on each other: ${engineRooms.join(' <- ')}.`,
  severity: 'error',
  from: { path: `^harness/engine/${room}/`, pathNot: exempt },
  to: { path: `^harness/engine/(${engineRooms.slice(index + 1).join('|')})/` },
}));

/** What a check is written in: checks and what they share, not scenarios. */
const checks = '^suites/[^/]+/([^/]+|shared/[^/]+)[.]ts$';

export default {
  forbidden: [
    {
      name: 'no-circle',
      comment: 'Two files that import each other are one file, or lack a third.',
      severity: 'error',
      from: { path: '^(harness|suites|reports|scripts)/' },
      to: { circular: true },
    },
    ...floorRules,
    ...roomRules,
    {
      name: 'pure-check',
      comment:
        'A check is a pure, synchronous function of the evidence that it declares: no files, no clock, no network, no device.',
      severity: 'error',
      from: { path: checks, pathNot: `${exempt}|^suites/requirements/` },
      to: { path: '^harness/(device|wire/transport)/' },
    },
    {
      name: 'pure-check-no-node',
      comment:
        'A check is a pure, synchronous function of the evidence that it declares: no files, no clock, no network, no device.',
      severity: 'error',
      from: { path: checks, pathNot: `${exempt}|^suites/requirements/` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-test-tools',
      comment: 'What ships must run without the test tools.',
      severity: 'error',
      from: { path: '^(harness|suites|reports)/', pathNot: exempt },
      to: { path: '^(vitest|msw|fast-check|allure-vitest)(/|$)|node_modules/(vitest|msw|fast-check|allure-vitest)/' },
    },
    {
      name: 'no-testing-below',
      comment: 'What ships imports nothing that is made for tests.',
      severity: 'error',
      from: { path: '^(harness|suites|reports)/', pathNot: exempt },
      to: { path: '/testing/|^harness/bench/|[.]test[.]ts$' },
    },
    {
      name: 'no-undeclared-package',
      comment: 'A package that is imported is declared in package.json; what runs at a user is a `dependency`.',
      severity: 'error',
      from: { path: '^(harness|suites|reports)/', pathNot: exempt },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'],
        dependencyTypesNot: ['type-only'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|node_modules)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
