import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { addWaivers } from './add-waivers.ts';
import { longestFile, readWaivers } from './read-waivers.ts';
import { UnusableWaivers } from './waivers-error.ts';

const known = ['discovery/answer', 'policy/answer'];
const entry = { check: 'discovery/answer', reason: 'a fix', owner: 'A', expires: '2026-12-31' };

function problemsOf(text: string): string {
  try {
    readWaivers(text, 'w.yaml', known);
  } catch (error) {
    if (error instanceof UnusableWaivers) return error.message;
    throw error;
  }
  return '';
}

function yaml(fields: Readonly<Record<string, string>>): string {
  const lines = Object.entries({ ...entry, ...fields }).map(([name, value]) => `${name}: ${value}`);
  return `waivers:\n  - ${lines.join('\n    ')}\n`;
}

test.each([
  ['YAML', yaml({})],
  ['YAML with a byte order mark', `\uFEFF${yaml({})}`],
  ['a quoted day', yaml({ expires: '"2026-12-31"' })],
  ['JSON', JSON.stringify({ waivers: [entry] })],
])('%s is read', (_, text) => {
  expect(readWaivers(text, 'w.yaml', known)).toMatchObject({ waivers: [entry] });
});

test('all that a waiver may say is read, and an empty list', () => {
  const whole = {
    ...entry,
    ...{ target: 'mdm.example', auth: 'federated', variant: 'RequestVersion 4.0' },
    ...{ fingerprintVersion: 1, fingerprints: ['0'.repeat(32)] },
  };
  expect(readWaivers(JSON.stringify({ waivers: [whole] }), 'w.json', known).waivers).toEqual([whole]);
  expect(readWaivers('waivers: []', 'w.yaml', known).waivers).toEqual([]);
});

test.each([
  [
    'an empty file',
    '',
    'w.yaml:1:1: expected "waivers:" with a list below it; each entry has check, reason, owner, expires',
  ],
  ['another document', 'a: 1', 'w.yaml:1:1: "waivers" is missing\nw.yaml:1:1: unknown field "a"; allowed are waivers'],
  [
    'a misspelt list',
    'waiver: []',
    'w.yaml:1:1: "waivers" is missing\nw.yaml:1:1: unknown field "waiver"; did you mean "waivers"?',
  ],
  ['no list', 'waivers: x', 'w.yaml:1:10: "waivers" must be a list; each entry has check, reason, owner, expires'],
  [
    'an entry without fields',
    'waivers:\n  - x',
    'w.yaml:2:5: a waiver must have fields: check, reason, owner, expires',
  ],
  ['a misspelt key', yaml({ ownr: 'B' }), 'w.yaml:6:5: unknown field "ownr"; did you mean "owner"?'],
  [
    'an unknown key',
    yaml({ severity: 'low' }),
    'w.yaml:6:5: unknown field "severity"; allowed are check, reason, owner, expires, target, auth, variant, fingerprintVersion, fingerprints',
  ],
  ['a repeated key', `${yaml({})}    owner: B\n`, 'w.yaml:6:5: Map keys must be unique'],
  [
    'a misspelt check',
    yaml({ check: 'discovery/anwser' }),
    'w.yaml:2:12: there is no check "discovery/anwser"; did you mean "discovery/answer"?',
  ],
  [
    'an unknown check',
    yaml({ check: 'a/b' }),
    'w.yaml:2:12: there is no check "a/b"; "list checks" shows what there is',
  ],
  [
    'a pattern',
    yaml({ check: '"discovery/*"' }),
    'w.yaml:2:12: "check" must be the id of one check, such as discovery/answer; no pattern',
  ],
  [
    'a day that is none',
    yaml({ expires: '2026-02-30' }),
    'w.yaml:5:14: "expires" is 2026-02-30, which is no day of the calendar',
  ],
  [
    'another form of a day',
    yaml({ expires: '31.12.2026' }),
    'w.yaml:5:14: "expires" must be a day, such as 2026-12-31: the last one on which the waiver holds, in UTC',
  ],
  [
    'an instant',
    yaml({ expires: '2026-12-31T00:00:00Z' }),
    'w.yaml:5:14: "expires" must be a day, such as 2026-12-31: the last one on which the waiver holds, in UTC',
  ],
  [
    'an empty reason',
    yaml({ reason: '" "' }),
    'w.yaml:3:13: "reason" must be a text that says why, of 1 to 1000 characters',
  ],
  [
    'an empty owner',
    yaml({ owner: '""' }),
    'w.yaml:4:12: "owner" must be a text that says who answers for it, of 1 to 200 characters',
  ],
  [
    'another way in',
    yaml({ auth: 'basic' }),
    'w.yaml:6:11: "auth" must be one of on-premise, federated, certificate, entra',
  ],
  [
    'no owner',
    'waivers:\n  - check: discovery/answer\n    reason: x\n    expires: 2026-12-31',
    'w.yaml:2:5: "owner" is missing; a waiver has check, reason, owner, expires',
  ],
  [
    'fingerprints without their version',
    yaml({ fingerprints: `["${'0'.repeat(32)}"]` }),
    'w.yaml:2:5: "fingerprints" and "fingerprintVersion" belong together; "waive" writes both',
  ],
  [
    'no YAML',
    'waivers: [',
    'w.yaml:1:11: Flow sequence in block collection must be sufficiently indented and end with a ]',
  ],
  [
    'an alias without an end',
    'waivers: *a',
    'w.yaml: Unresolved alias (the anchor must be set before the alias): a; a waivers file needs no aliases',
  ],
  [
    'a file that is too long',
    '#'.repeat(longestFile + 1),
    `w.yaml: ${longestFile + 1} characters are too many for a waivers file; the limit is ${longestFile}`,
  ],
])('%s is refused', (_, text, message) => {
  expect(problemsOf(text)).toBe(message);
});

test('aliases that expand without end are refused', () => {
  const levels = 'abcdefghi'
    .split('')
    .map((name, index, all) => `${name}: &${name} [${`*${all[index - 1] ?? ''},`.repeat(index === 0 ? 0 : 9)}x]`);
  expect(problemsOf(`${levels.join('\n')}\nwaivers: *i\n`)).toContain('a waivers file needs no aliases');
});

describe('two waivers', () => {
  const prints = (...digits: readonly string[]) => ({
    fingerprintVersion: 1,
    fingerprints: digits.map((digit) => digit.repeat(32)),
  });
  const duplicate = 'w.yaml:1:13: the waiver of discovery/answer in line 1 covers the same; keep one';
  test.each([
    ['of one check', {}, {}, true],
    ['of one check, one by fingerprints', {}, prints('0'), true],
    ['that share a fingerprint', prints('0', '1'), prints('1'), true],
    ['that share none', prints('0'), prints('1'), false],
    ['of other variants', { variant: 'a' }, { variant: 'b' }, false],
    ['of other targets', { target: 'a' }, {}, false],
  ])('%s', (_, one, other, isRefused) => {
    const text = JSON.stringify({
      waivers: [
        { ...entry, ...one },
        { ...entry, ...other },
      ],
    });
    expect(problemsOf(text).replace(/:1:\d+:/, ':1:13:')).toBe(isRefused ? duplicate : '');
  });
});

describe('what is added', () => {
  const added = [{ ...entry, check: 'policy/answer', reason: 'a: "b" # c\n- d' }];
  const writer = (): string => '';
  test('keeps comments and order of YAML', () => {
    const text = `# all\nwaivers:\n  # one\n  - check: discovery/answer # here\n    expires: 2026-12-31\n    owner: A\n    reason: 'a fix'\n# end\n`;
    const { document } = readWaivers(text, 'w.yaml', known);
    const next = addWaivers(text, document, added, writer);
    for (const part of [
      '# all\n',
      '  # one\n',
      "discovery/answer # here\n    expires: 2026-12-31\n    owner: A\n    reason: 'a fix'\n",
      '# end',
    ])
      expect(next).toContain(part);
    expect(readWaivers(next, 'w.yaml', known).waivers).toEqual([entry, ...added]);
  });

  test.each(['waivers: []\n', 'waivers: [] # none yet\n'])('goes below %j', (text) => {
    const next = addWaivers(text, readWaivers(text, 'w.yaml', known).document, added, writer);
    expect(parse(next)).toEqual({ waivers: added });
    expect(next).not.toContain('[');
  });

  test('leaves JSON JSON', () => {
    const text = JSON.stringify({ waivers: [entry] });
    const next = addWaivers(text, readWaivers(text, 'w.json', known).document, added, writer);
    expect(JSON.parse(next)).toEqual({ waivers: [entry, ...added] });
  });
});
