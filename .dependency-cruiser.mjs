/**
 * States the floors of the code. Lint checks every import against them, and `npm run generate` writes the table of
 * CONTRIBUTING.md from them. A file imports from its own floor and from the floors in `mayImport`. The folders of the
 * engine are floors of their own.
 */
export const floors = [
  {
    name: 'protocol',
    path: 'harness/protocol',
    holds:
      'XML, certificates (`pki/der`, `read`, `build`, `path`), the `faults` of a server, the `codes` that Windows shows, the `topics` of a device, and the `deep-link` that starts an enrollment',
    mayImport: [],
    because: 'The definitions of a standard do not depend on a run, a device or a check.',
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
    holds:
      'a session turned into results: `evidence`, `rule` (what a check imports), `selection`, `explanation` (what a refusal means), `verdict`',
    mayImport: ['protocol', 'wire'],
    because: 'Judging is pure, so that `audit` gives the verdict of the run.',
  },
  {
    name: 'device',
    path: 'harness/device',
    holds: 'the simulated Windows device: its `target`, its `client`, its `run`',
    mayImport: ['protocol', 'wire', 'engine'],
    because: 'The device reads what it needs for its next step, and judges nothing.',
  },
  {
    name: 'reference server',
    path: 'harness/reference-server',
    holds: 'a server that does everything right, and its departures',
    mayImport: ['protocol', 'wire', 'engine'],
    because: 'The device must work with any server, not only with the one that our tests use.',
  },
  {
    name: 'suites',
    path: 'suites',
    holds: 'the catalogue; in a folder for each protocol phase its checks, `scenarios` and what they share',
    mayImport: ['protocol', 'wire', 'engine', 'device'],
    because: 'A check that used the reference server would compare every server with ours.',
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
    because: 'The floors below do not depend on how people start them.',
  },
];

/** The folders of the engine; each may import those before it. */
export const engineRooms = ['evidence', 'rule', 'selection', 'explanation', 'verdict'];

/** Tests, and code for tests and benchmarks only. It may import everything, but code that ships must not import it. */
const forTests =
  '[.]test[.]ts$|/testing/|^harness/bench/|^harness/app/vitest/|^harness/reference-server/mount/msw[.]ts$';

/** The one file outside of all floors: it names the folder of the package, and every floor may import it. */
const packageRoot = '^harness/package-root[.]ts$';

const anyOf = (...patterns) => patterns.join('|');
const folder = (path) => `^${path}/`;

/** The floor itself and those that it may import. */
const allowedFor = ({ name, mayImport }) =>
  anyOf(
    packageRoot,
    ...floors.filter((floor) => floor.name === name || mayImport.includes(floor.name)).map(({ path }) => folder(path)),
  );

const floorRules = floors.map((floor) => ({
  name: `floor-${floor.name.replace(' ', '-')}`,
  comment: `${floor.because} ${floor.path} imports ${floor.mayImport.join(', ') || 'no other floor'}.`,
  severity: 'error',
  from: { path: folder(floor.path), pathNot: forTests },
  to: { dependencyTypes: ['local'], pathNot: allowedFor(floor) },
}));

const roomRules = engineRooms.map((room, index) => ({
  name: `engine-${room}`,
  comment: `The folders of the engine build on each other: ${engineRooms.join(' <- ')}.`,
  severity: 'error',
  from: { path: folder(`harness/engine/${room}`), pathNot: forTests },
  to: {
    path: folder('harness/engine'),
    pathNot: anyOf(...engineRooms.slice(0, index + 1).map((allowed) => folder(`harness/engine/${allowed}`))),
  },
}));

/** Every place that a rule above speaks of. */
const places = [
  ...floors.filter(({ name }) => name !== 'engine').map(({ path }) => folder(path)),
  ...engineRooms.map((room) => folder(`harness/engine/${room}`)),
];

/** What a check is written in: checks and what they share. Scenarios and the catalogue are no checks. */
const checks = {
  path: '^suites/[^/]+/([^/]+|shared/.+)[.]ts$',
  pathNot: anyOf(forTests, folder('suites/requirements')),
};

const purity =
  'A check is a pure, synchronous function of the evidence that it declares: no files, no clock, no network, no device.';

export default {
  forbidden: [
    {
      name: 'no-circle',
      comment: 'These files import each other in a circle: join them, or move the shared part into another file.',
      severity: 'error',
      from: { path: '^(harness|suites|reports|scripts)/' },
      to: { circular: true },
    },
    ...floorRules,
    ...roomRules,
    {
      name: 'no-floor',
      comment:
        'Put each file that ships on a floor, and in the engine into one of its folders; no rule covers other places.',
      severity: 'error',
      from: { path: '^(harness|suites|reports)/', pathNot: anyOf(forTests, ...places) },
      to: { dependencyTypesNot: ['core'] },
    },
    {
      name: 'pure-check',
      comment: purity,
      severity: 'error',
      from: checks,
      to: { path: '^harness/(device|wire/transport)/', reachable: true },
    },
    {
      name: 'pure-check-no-node',
      comment: purity,
      severity: 'error',
      from: checks,
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-test-tools',
      comment: 'Code that ships must run without the test tools; the entry for who uses msw is loaded by them alone.',
      severity: 'error',
      from: { path: '^(harness|suites|reports)/', pathNot: `${forTests}|^harness/app/in-tests/msw[.]ts$` },
      to: { path: '(^|node_modules/)(vitest|msw|fast-check|allure-vitest)(/|$)' },
    },
    {
      name: 'no-testing-below',
      comment: 'Code that ships must not import code for tests.',
      severity: 'error',
      from: { path: '^(harness|suites|reports)/', pathNot: forTests },
      to: { path: forTests },
    },
    {
      name: 'no-undeclared-package',
      comment:
        'Declare each imported package in package.json; a package that runs at a user is a `dependency`, unless the build bundles it.',
      severity: 'error',
      from: { path: '^(harness|suites|reports)/', pathNot: forTests },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'],
        dependencyTypesNot: ['type-only', 'npm-peer'],
        pathNot: 'node_modules/libxml2-wasm/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
