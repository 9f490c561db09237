import { describe, expect, test } from 'vitest';
import { checks } from '../../../suites/index.ts';
import { selectChecks } from './selection.ts';

const idsOf = (options: Parameters<typeof selectChecks>[1]): readonly string[] =>
  selectChecks(checks, options).checks.map(({ id }) => id);
const all = checks.map(({ id }) => id);

describe('a pattern selects', () => {
  test.for<[options: Parameters<typeof selectChecks>[1], pattern: RegExp]>([
    [{ check: 'renewal/*' }, /^renewal\//],
    [{ check: '*/answer' }, /\/answer$/],
    [{ check: 'tr*/tls-*' }, /^transport\/tls-/],
    [{ check: '**thumbprint**' }, /thumbprint/],
    [{ check: 'policy/answe?' }, /^policy\/answer$/],
    [{ suite: 'pol*' }, /^policy\//],
    [{ suite: 'policy,ren*' }, /^(policy|renewal)\//],
    [{ suite: 'renewal', check: '*/answer,*/chain' }, /^renewal\/(answer|chain)$/],
  ])('%j', ([options, pattern]) => {
    const expected = all.filter((id) => pattern.test(id));
    expect(expected).not.toEqual([]);
    expect(idsOf(options)).toEqual(expected);
  });

  test('nothing else: other signs of regular expressions are letters', () => {
    expect(() => idsOf({ check: 'policy/answe.*' })).toThrow('"policy/answe.*" matches nothing');
  });

  test('is recorded as it was written', () => {
    expect(selectChecks(checks, { suite: 'pol*', check: 'policy/a*' }).filters).toEqual([
      'suite=pol*',
      'check=policy/a*',
    ]);
  });
});

describe('a pattern that matches nothing is refused with what is near', () => {
  test.for<[options: Parameters<typeof selectChecks>[1], message: RegExp]>([
    [{ check: 'renewal/x*' }, /^--check: "renewal\/x\*" matches nothing; near it: renewal\/[a-z-]+, /],
    [{ check: 'renewel/*' }, /^--check: "renewel\/\*" matches nothing; near it: renewal\//],
    [{ suite: 'zzz*' }, /^--suite: "zzz\*" matches nothing; "list checks" shows what there is$/],
    [{ suite: 'policy', check: 'renewal/*' }, /^--suite and --check have no check in common$/],
  ])('%j', ([options, message]) => {
    expect(() => selectChecks(checks, options)).toThrow(message);
  });
});
