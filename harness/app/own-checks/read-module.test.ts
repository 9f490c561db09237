import { describe, expect, test } from 'vitest';
import { defineScenario, scenarioProblem } from '../../device/run/define-scenario.ts';
import { checks } from '../../../suites/index.ts';
import { checkProblem } from './check-problem.ts';
import { readModule } from './read-module.ts';
import { acme, acmeCheck, acmeScenario } from './testing/acme.ts';

const nothing = (): Promise<void> => Promise.resolve();
const check = acmeCheck();
const scenario = acmeScenario(nothing);

function refusal(module: unknown): string {
  try {
    readModule(module, { name: 'acme.mjs' });
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
  return 'none';
}

const withCheck = (changes: object): unknown => acme({ checks: [{ ...check, ...changes }] });
const withScenario = (changes: object): unknown => acme({ scenarios: [{ ...scenario, ...changes }] });
const withRow = (changes: object): unknown =>
  acme({ requirements: [{ id: 'ACME-01', rule: 'r', source: 's', ...changes }] });

describe('a module is refused, with its name, what is wrong, and what is allowed:', () => {
  test.each<[string, unknown, string]>([
    ['nothing', undefined, 'it exports missing; expected { checks, … }'],
    ['no checks', { default: 1 }, 'its export "checks" is missing; expected a list'],
    ['checks that are no list', { checks: {} }, 'its export "checks" is an object; expected a list'],
    ['an empty list', { checks: [] }, 'its export "checks" is empty'],
    ['scenarios that are no list', acme({ scenarios: 'x' as never }), 'its export "scenarios" is "x"'],
    ['a check that is none', acme({ checks: ['x' as never] }), 'check 1 is "x"; use defineCheck({ … })'],
    ['an id without prefix', withCheck({ id: 'trace' }), 'check 1 has the id "trace"; expected the prefix, a slash'],
    ['an id of another prefix', withCheck({ id: 'other/trace' }), 'the id other/trace does not begin with "acme/"'],
    ['a prefix of ours', acme({ prefix: 'discovery' }), 'its prefix "discovery" is one of ours'],
    ['no usable prefix', acme({ prefix: 'Acme Corp' }), 'its prefix is "Acme Corp"; expected small letters'],
    ['an id twice', acme({ checks: [check, check] }), 'it has two checks or scenarios with the id acme/names-itself'],
    ['an unknown member', withCheck({ aplies: {} }), 'names-itself has the member "aplies"; did you mean "applies"?'],
    ['a missing member', withCheck({ remedy: undefined }), 'the check acme/names-itself lacks "remedy"'],
    ['an empty title', withCheck({ title: ' ' }), 'has the title " "; expected a text'],
    ['a wrong level', withCheck({ level: 'OUGHT' }), 'has the level "OUGHT"; allowed: MUST, SHOULD, MAY'],
    ['a wrong basis', withCheck({ basis: 'me' }), 'has the basis "me"; allowed: specification'],
    ['contrived: false', withCheck({ contrived: false }), 'has contrived false; allowed: true, or leave it out'],
    ['a wrong impact', withCheck({ impact: { kind: 'bad' } }), 'has an impact of the kind "bad"; allowed: breaks'],
    ['an impact that says nothing', withCheck({ impact: { kind: 'unknown' } }), 'has an impact without "says"'],
    ['a claim without evidence', withCheck({ impact: { kind: 'breaks', says: 'x' } }), 'without evidence { by:'],
    ['a wrong code', withCheck({ impact: { kind: 'breaks', says: 'x', hresult: '5' } }), 'with the hresult "5"'],
    ['no row', withCheck({ requirements: [] }), 'names no requirements'],
    ['an unknown row', withCheck({ requirements: ['ACME-09'] }), 'names the requirement "ACME-09", which neither'],
    ['no need', withCheck({ needs: {} }), 'has needs without exactly one of each, flow and across'],
    ['an unknown kind', withCheck({ needs: { each: 'enrol' } }), 'needs the kind "enrol"; allowed: probe'],
    ['no kind', withCheck({ needs: { each: [] } }), 'needs no kind; allowed'],
    ['an unknown filter', withCheck({ needs: { each: 'issue', filter: 'ok' } }), 'with the filter "ok"; allowed'],
    ['an unknown need', withCheck({ needs: { each: 'issue', at: 1 } }), 'with the member "at"; allowed beside each'],
    ['an amount that is none', withCheck({ needs: { across: 'issue', atLeast: 0 } }), 'whose atLeast is 0'],
    ['a where of nothing', withCheck({ needs: { each: 'issue', where: {} } }), 'neither { deviation } nor { family }'],
    ['a judge that is none', withCheck({ judge: 'x' }), 'has a judge that is "x"; expected a function'],
    ['an async judge', withCheck({ judge: async () => Promise.resolve([]) }), 'has an asynchronous judge'],
    [
      'an async generator',
      withCheck({
        judge: async function* () {
          await Promise.resolve();
          yield 1;
        },
      }),
      'has an asynchronous judge',
    ],
    ['a wrong condition', withCheck({ applies: { when: 'x' } }), 'has an applies that is not { when, test }'],
    ['no counterexample', withCheck({ counterexamples: [] }), 'has no list of counterexamples'],
    ['a scenario that is none', acme({ scenarios: [1 as never] }), 'a scenario is 1; use defineScenario({ … })'],
    ['an own cleanup', withScenario({ id: 'acme/cleanup' }), 'the id acme/cleanup is that of the scenario in which'],
    ['a row of ours', withRow({ id: 'DISC-99' }), 'the requirement DISC-99 begins as ours do'],
    ['a row that is none', withRow({ id: 'acme1' }), 'requirement 1 has the id "acme1"; expected one such as ACME-01'],
    ['a row without rule', withRow({ rule: '' }), 'the requirement ACME-01 has the rule ""; expected a sentence'],
    ['a row without source', withRow({ source: 1 }), 'the requirement ACME-01 has the source 1'],
  ])('%s', (_, module, message) => {
    expect(refusal(module)).toMatch(/^UnusableModule: acme\.mjs: /);
    expect(refusal(module)).toContain(message);
  });

  test('two rows with one id', () => {
    const [row] = acme().requirements ?? [];
    expect(refusal(acme({ requirements: row ? [row, row] : [] }))).toContain('two requirements with the id ACME-01');
  });
});

test('a scenario is refused for what it says', () => {
  const problemOf = (changes: object): string | undefined => scenarioProblem({ ...scenario, ...changes });
  expect(problemOf({})).toBeUndefined();
  expect(problemOf({ id: 'x' })).toContain('expected a prefix, a slash and a name');
  expect(problemOf({ effects: 'read' })).toContain('has the member "effects"; did you mean "effect"?');
  expect(problemOf({ title: '' })).toContain('has the title ""');
  expect(problemOf({ effect: 'write' })).toContain('has the effect "write"; allowed: read, enroll, renew, unenroll');
  expect(problemOf({ effect: undefined })).toContain('has no effect; allowed: read');
  expect(problemOf({ devices: 1.5 })).toContain('has 1.5 devices; expected a whole number from 0 to 100');
  expect(problemOf({ drive: 1 })).toContain('has no function "drive"');
  expect(problemOf({ state: 'sad' })).toContain('has the state "sad"; allowed: authorization');
  expect(problemOf({ way: 'window' })).toContain('has the way "window"; allowed: on-premise');
  expect(() => defineScenario({ ...scenario, devices: -1 })).toThrow('acme/once-more has -1 devices');
});

test('a module without a prefix has that of its ids, and its rows and ours are known', () => {
  const both = acmeCheck('both', { requirements: ['ACME-01', 'DISC-01'] });
  const { prefix, ...bare } = acme({ checks: [both], scenarios: [acmeScenario(nothing, { effect: 'enroll' })] });
  expect(prefix).toBe('acme');
  const module = readModule(bare, { name: 'acme.mjs' });
  expect(module.name).toEqual({ prefix: 'acme', name: 'acme.mjs' });
  expect(module.noteOf('ACME-01')).toMatchObject({ rule: 'An answer is no page', binds: false });
  expect(module.noteOf('DISC-01').source).toContain('MS-MDE2');
  expect(module.scenarios.map(({ id, module: of }) => [id, of])).toEqual([
    ['acme/once-more', 'acme'],
    ['acme/cleanup', 'acme'],
  ]);
});

test('what is demanded of a check of a module is met by every check of ours, but for the forms of the ids', () => {
  const problems = checks.flatMap((one) => checkProblem(one, 1, () => true) ?? []);
  expect(problems).toEqual([]);
});
