import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Check } from '../../engine/rule/check.ts';
import type { Witness } from '../../engine/rule/impact.ts';
import { lookupFault } from '../../protocol/codes/lookup.ts';
import { packageRoot } from '../../package-root.ts';
import { checks } from '../../../suites/index.ts';
import { allowedLevels, requirement } from '../../../suites/requirements/catalogue.ts';
import { mustOf } from '../../../suites/requirements/must-of.ts';
import { phases } from '../../../suites/requirements/requirement.ts';

const suites = path.join(packageRoot, 'suites');
const files = phases
  .filter((phase) => existsSync(path.join(suites, phase)))
  .flatMap((phase) => readdirSync(path.join(suites, phase)).map((file) => `${phase}/${file}`))
  .filter((file) => file.endsWith('.ts') && !/(\.test|\.suite|\/index|\/document-checks)\.ts$/.test(file))
  .map((file) => file.replace(/\.ts$/, ''));

test('every check file is registered, and nothing else is', () => {
  expect(checks.map(({ id }) => id).toSorted()).toEqual(files.toSorted());
});

test('no two checks judge under one title', () => {
  const titles = checks.map(({ title }) => title);
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
});

/** What the check has wrong, so that one line names the check and the fault. */
const offenders = (problem: (check: Check) => string | false | undefined): string[] =>
  checks.flatMap((check) => {
    const words = problem(check);
    return words === false || words === undefined ? [] : [`${check.id}: ${words}`];
  });

/** The ids that have a row in a table of their phase. */
const tabled = phases
  .filter((phase) => existsSync(path.join(suites, phase)))
  .flatMap((phase) => readdirSync(path.join(suites, phase)).map((file) => path.join(suites, phase, file)))
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => readFileSync(file, 'utf8'))
  .filter((text) => text.includes('testCheckTable('))
  .flatMap((text) => [...text.matchAll(/^ {2}'([a-z-]+\/[a-z0-9-]+)': \{/gm)].map(([, id]) => id));

test('every check has its test beside it, or one row in a table of its phase', () => {
  const places = ({ id }: Check): number =>
    Number(existsSync(path.join(suites, `${id}.test.ts`))) + tabled.filter((row) => row === id).length;
  expect(offenders((check) => places(check) !== 1 && `is tested in ${places(check)} places`)).toEqual([]);
  expect(tabled.length).toBeGreaterThan(0);
});

test('every check has a level that each of its rows allows', () => {
  const refused = checks.flatMap(({ id, level, requirements }) =>
    requirements
      .filter((row) => !allowedLevels(requirement(row)).includes(level))
      .map((row) => `${id} is ${level}, ${row} allows ${allowedLevels(requirement(row)).join(', ')}`),
  );
  expect(refused).toEqual([]);
});

test('every MUST is specified, a matter of security or seen on Windows, and what was seen is named', () => {
  expect(offenders((check) => check.level === 'MUST' && mustOf(check) === undefined && 'rests on nothing')).toEqual([]);
  expect(
    offenders(({ seen }) => seen !== undefined && !/\d/.test(seen) && `names no report or build: ${seen}`),
  ).toEqual([]);
  expect(offenders(({ level, seen }) => level !== 'MUST' && seen !== undefined && 'is no MUST')).toEqual([]);
});

test('titles are statements, impacts and titles have no full stop, remedies have one', () => {
  expect(offenders(({ title }) => /\.$|^(Must|Should|Check|Verify|Test)\b/.test(title) && title)).toEqual([]);
  expect(offenders(({ impact }) => impact.says.endsWith('.') && impact.says)).toEqual([]);
  expect(offenders(({ remedy }) => !/^[A-Z].*\.$/s.test(remedy) && remedy)).toEqual([]);
});

test('nothing that `npm run new:check` put in angle brackets is left', () => {
  const left = /<\w[^<>]*>/;
  expect(offenders(({ remedy, impact }) => left.exec(`${remedy} ${impact.says}`)?.[0] ?? false)).toEqual([]);
});

test('every HRESULT is one that the table knows', () => {
  const isKnown = (hresult: string): boolean => /^0x[0-9A-F]{8}$/.test(hresult) && lookupFault(hresult).length > 0;
  expect(offenders(({ impact: { hresult } }) => hresult !== undefined && !isKnown(hresult) && hresult)).toEqual([]);
});

/** As plain data: a claim about devices is of these two kinds, and has evidence; nothing else has a code or evidence. */
const isFounded = ({ kind, hresult, evidence }: { kind: string; hresult?: string; evidence?: Witness }): boolean =>
  ['breaks', 'tolerated'].includes(kind) ? evidence !== undefined : hresult === undefined && evidence === undefined;

/** A document and its section or page, a build of Windows and its record, an issue or file of a public project. */
const sources: Readonly<Record<Witness['by'], RegExp>> = {
  specified: /^(?:MS-\w+ \d+\.\d|RFC \d+|XML 1\.0|SOAP 1\.2\b.*), section \d|^(?:Microsoft Learn,|Learn:) [A-Z]/,
  seen: /^Windows 1[01] \d{5}, \w/,
  reported: /^[\w-]+\/[\w-]+(?: (?:issue|pull request)s? \d|, \S+\.\w+)/,
};

test('what a check says of devices has its evidence, and what else it says has none', () => {
  expect(offenders(({ impact }) => !isFounded(impact) && impact.says)).toEqual([]);
  expect(
    offenders(({ impact: { evidence } }) => evidence && !sources[evidence.by].test(evidence.source) && evidence.source),
  ).toEqual([]);
});

test('what no Windows sends says nothing of devices', () => {
  expect(offenders(({ contrived, impact }) => contrived === true && impact.evidence && impact.says)).toEqual([]);
});

test('the counterexamples of a check have different names', () => {
  const isRepeated = ({ counterexamples }: Check): boolean =>
    new Set(counterexamples.map(({ name }) => name)).size < counterexamples.length;
  expect(offenders((check) => isRepeated(check) && 'repeats a name')).toEqual([]);
});

test('at least 120 checks judge', () => {
  expect(checks.length).toBeGreaterThanOrEqual(120);
});
