import { describe, expect, test } from 'vitest';
import { reachedTests } from './reached-tests.ts';

const tests = [
  'suites/policy/oid.test.ts',
  'harness/testing/whole/lying.test.ts',
  'harness/testing/whole/checks.test.ts',
];
const imports = (...paths: readonly string[]) => ({
  bytes: 1,
  imports: paths.map((path) => ({ path, kind: 'import-statement' as const })),
});
const inputs = {
  'suites/policy/oid.test.ts': imports('suites/policy/oid.ts', 'harness/testing/check-tester.ts'),
  'suites/policy/oid.ts': imports('suites/policy/shared/values.ts'),
  'suites/policy/shared/values.ts': imports(),
  'suites/policy/index.ts': imports('suites/policy/oid.ts'),
  'suites/index.ts': imports('suites/policy/index.ts'),
  'harness/testing/whole/lying.test.ts': imports('suites/index.ts', 'harness/testing/check-tester.ts'),
  'harness/testing/whole/checks.test.ts': imports('suites/index.ts'),
  'harness/testing/check-tester.ts': imports(),
};

describe('a change reaches', () => {
  test.each([
    ['the tests of a check and of the registries', ['suites/policy/oid.ts'], [0, 2]],
    ['the same by way of what checks share', ['suites/policy/shared/values.ts'], [0, 2]],
    ['every test that imports what tests share', ['harness/testing/check-tester.ts'], [0, 1]],
    ['a test that is changed itself', ['harness/testing/whole/lying.test.ts'], [1]],
    ['nothing where no test imports it', ['README.md'], []],
  ])('%s', (_, changed, expected) => {
    expect(reachedTests(changed, inputs, tests)).toEqual(expected.map((index) => tests[index]));
  });
});
