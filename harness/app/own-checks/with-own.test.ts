import { beforeAll, describe, expect, test } from 'vitest';
import type { Check } from '../../engine/rule/check.ts';
import type { Results } from '../../engine/verdict/results.ts';
import type { Session } from '../../wire/exchange/exchange.ts';
import { enroll } from '../in-tests/enroll.ts';
import { judge } from '../in-tests/judge.ts';
import { referenceServer } from '../in-tests/reference.ts';
import { rejudge } from '../bundle/rejudge.ts';
import { readHar } from '../../wire/har/har.ts';
import { readResults } from '../../../reports/results/results.ts';
import { json } from '../../../reports/results/json.ts';
import { renderSummary } from '../../../reports/console/summary.ts';
import { oursIn } from './ours-in.ts';
import { readModule } from './read-module.ts';
import { acme, acmeCheck, acmeScenario, failing, judging } from './testing/acme.ts';

const reference = referenceServer();
const only = ['discovery/answer', 'acme/*'];
const password = reference.user.password;

/** Breaks in one scenario, sends a wrong message in another, and a good one in the third. */
const eager = acme({
  scenarios: [
    acmeScenario((context) => Promise.reject(new Error(`no luck with ${password} for ${context.entrance()}`)), {
      id: 'acme/broken',
    }),
    acmeScenario(
      async (context) => {
        const edits = [{ xml: { op: 'remove', at: '//d:EmailAddress' } }] as const;
        await context.device('acme-wrong').discover(context.discovery(), { edits });
      },
      { id: 'acme/wrong' },
    ),
    acmeScenario(async (context) => {
      await context.device('acme-once-more').discover(context.discovery());
    }),
  ],
});

let eagerSession: Session;
let plainSession: Session;
const notices: string[] = [];

beforeAll(async () => {
  const at = { url: reference.url, ...reference.user, fetch: reference.fetch, only, seed: 'own' };
  const onNotice = (notice: string): void => void notices.push(notice);
  eagerSession = (await enroll({ ...at, checks: [eager], onNotice })).session;
  plainSession = (await enroll({ ...at, checks: [acme()] })).session;
}, 60_000);

describe('what a module sees stands beside the verdict:', () => {
  const judged = (check: Check, options = {}): Results =>
    judge(plainSession, { checks: [acme({ checks: [check] })], ...options });

  test.each<[string, number, Check]>([
    ['a check that passes', 0, acmeCheck()],
    ['a failed MUST', 1, failing()],
    ['a failed SHOULD', 0, failing('it is not ours', { level: 'SHOULD' })],
    ['a MUST that cannot be judged', 3, acmeCheck('names-itself', { needs: { each: 'renew' } })],
    ['a check that breaks', 5, judging(() => null)],
  ])('%s ends with %i', (_, code, check) => {
    const { verdict, exitCode, counts, coverage, causes, judgements } = judged(check);
    expect({ verdict, exitCode }).toEqual({ verdict: 'conformant', exitCode: code });
    const bare = judge(plainSession, { only: ['discovery/answer'] });
    expect({ counts, coverage, causes, judgements }).toEqual({
      counts: bare.counts,
      coverage: bare.coverage,
      causes: bare.causes,
      judgements: bare.judgements,
    });
  });

  test('a waiver covers a failed check of a module, and a results document with it can be read again', () => {
    const waivers = [{ check: 'acme/names-itself', reason: 'r', owner: 'o', expires: '2999-01-01' }];
    const results = judged(failing(), { waivers });
    expect(results.exitCode).toBe(0);
    expect(results.own?.[0]?.judgements[0]?.waived).toMatchObject({ until: '2999-01-01' });
    expect(readResults(json.render(results, plainSession))).toEqual(results);
  });

  test('the summary names the prefix, what was seen and why the exit code is 1', () => {
    const summary = renderSummary(judged(failing()), { colour: false, width: 200 });
    expect(summary).toContain('Own checks, beside the verdict: acme: 1 check: 1 failed (1 MUST)');
    expect(summary).toContain('✓ Conformant');
    expect(summary).toContain('✕ The answer to Discover is no page [acme/names-itself]');
    expect(summary).toContain('Exit code 1: a check of acme failed, which is beside the verdict.');
  });
});

test('a module that a recording does not show is refused', () => {
  const other = acme({ checks: [acmeCheck('other')] });
  expect(() => judge(plainSession, { checks: [other] })).toThrow(
    '"checks": the recording was limited to discovery/answer, acme/names-itself, so it does not show what acme/other judges',
  );
  expect(() => judge(plainSession, { checks: [acme(), acme()] })).toThrow(
    '"checks" has two modules with the prefix "acme"',
  );
  expect(() => judge(plainSession, { checks: [{} as never] })).toThrow(
    '"checks": module 1: its export "checks" is missing',
  );
  expect(() => judge(plainSession, { waivers: 'missing.yaml' })).toThrow('"waivers": ENOENT');
  const waiver = { check: 'acme/x', reason: 'r', owner: 'o', expires: '2999-01-01' };
  expect(() => judge(plainSession, { waivers: [waiver] })).toThrow(/"waivers": .*acme\/x/);
});

describe('the scenarios of a module', () => {
  test('are recorded behind ours, with their names, and our checks judge nothing of them', () => {
    const labels = eagerSession.exchanges.map(({ label }) => label?.scenario ?? '');
    expect(labels.slice(-2)).toEqual(['acme/wrong', 'acme/once-more']);
    const [eagerly, plainly] = [judge(eagerSession, { checks: [eager] }), judge(plainSession)];
    expect(eagerly.judgements).toEqual(plainly.judgements);
    expect(eagerly.counts).toEqual(plainly.counts);
    expect(eagerly.scope.covers).toBe(plainly.scope.covers);
    expect(eagerly.exchanges).toHaveLength(eagerSession.exchanges.length);
    expect(eagerly.own?.[0]?.judgements[0]?.exchanges).toHaveLength(
      plainly.exchanges.filter(({ kind }) => kind === 'discover').length + 1,
    );
  });

  test('that break, or send a wrong message, are problems of the module, without a secret', () => {
    const { own, verdict, exitCode } = judge(eagerSession, { checks: [eager] });
    expect({ verdict, exitCode }).toEqual({ verdict: 'conformant', exitCode: 5 });
    expect(own?.[0]?.problems).toEqual([
      `the scenario acme/broken broke: Error: no luck with redacted-password-1 for ${reference.url}`,
      expect.stringContaining('(acme/wrong) shows schema, which its scenario does not declare'),
      expect.stringMatching(/^exchange \d+ \(acme\/wrong\) shows email-missing, which its scenario does not declare$/),
    ]);
    expect(notices.join()).toContain('the scenario acme/broken broke');
    expect(JSON.stringify(notices)).not.toContain(password);
  });

  test('judged without the module, what it saw stands there as not judged', () => {
    const { own, judgements } = judge(eagerSession);
    expect(own?.map(({ state, because, module }) => [state, because, module])).toEqual([
      ['not-judged', 'the run used the module, which is not given here', { prefix: 'acme', name: 'acme' }],
    ]);
    expect(judgements).toEqual(judge(plainSession).judgements);
  });

  test('hide nothing of ours by a name of ours', () => {
    const { meta } = eagerSession;
    const [note] = meta?.modules ?? [];
    if (!meta || !note) throw new TypeError('the session notes no module');
    const forged = { ...eagerSession, meta: { ...meta, modules: [{ ...note, scenarios: ['windows-enrollment'] }] } };
    expect(oursIn(forged)).toBe(forged);
  });

  test('are in the HAR that is read again', () => {
    const har = JSON.stringify({ log: { _mde: eagerSession.meta, entries: [] } });
    expect(readHar(har).meta?.modules).toEqual(eagerSession.meta?.modules);
  });
});

test('judged again, with the module or without it, the results are the same', () => {
  const stored = judge(plainSession, { checks: [acme({ checks: [failing()] })] });
  const bytes = json.render(stored, plainSession);
  const module = readModule(acme({ checks: [failing()] }), { name: 'acme' });
  expect(json.render(rejudge(plainSession, stored, [], [module]), plainSession)).toBe(bytes);
  expect(json.render(rejudge(plainSession, stored, []), plainSession)).toBe(bytes);
});
