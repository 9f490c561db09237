import type { CTRFReport, Test, TestStatus } from 'ctrf';
import type { Judgement, Results } from '../../harness/engine/verdict/results.ts';
import { bearingOf } from '../bearing.ts';
import type { Bearing } from '../bearing.ts';
import { targetOf, uuidOf } from '../identity.ts';
import { allJudgements } from '../own/own-judgements.ts';
import { ownSentences } from '../own/own-sentences.ts';
import type { Renderer } from '../renderer.ts';
import { mostFindings, tame } from '../tame.ts';
import { explain, headline } from '../text/explanation.ts';
import { oneLine } from '../text/printable.ts';
import { timesOf } from '../text/times.ts';
import { reasonOf } from '../text/wording.ts';
import { waysOf } from '../text/ways.ts';
import { gateOf } from '../waivers/gate-of.ts';
import { unshownVerdict } from '../unshown-verdict.ts';

/** A SHOULD that is not met, or what is waived, fails no build, and is neither passed nor skipped. */
const statuses: Readonly<Record<Bearing, TestStatus>> = {
  passed: 'passed',
  failure: 'failed',
  error: 'other',
  warning: 'other',
  waived: 'other',
  skipped: 'skipped',
};

/** The Common Test Report Format, one test for each check; `rawStatus` is the outcome in our own words. */
export const ctrf: Renderer = {
  format: 'ctrf',
  fileName: 'ctrf-report.json',
  render: (results) => `${JSON.stringify(reportOf(tame(results)), null, 2)}\n`,
};

function reportOf(results: Results): CTRFReport {
  const { tool, run, verdict, because, counts, ways, scope, exitCode } = results;
  const { start, end } = timesOf(results);
  const tests = testsOf(results);
  const own = ownSentences(results);
  const of = (status: TestStatus): number => tests.filter((test) => test.status === status).length;
  return {
    reportFormat: 'CTRF',
    specVersion: '0.0.0',
    reportId: uuidOf('ctrf', run.id),
    timestamp: new Date(end).toISOString(),
    generatedBy: tool.name,
    results: {
      tool: { name: tool.name, version: tool.version },
      summary: {
        tests: tests.length,
        passed: of('passed'),
        failed: of('failed'),
        skipped: of('skipped'),
        pending: of('pending'),
        other: of('other'),
        start,
        stop: end,
        extra: {
          verdict,
          because,
          exitCode,
          counts,
          ways,
          scope,
          target: run.target,
          ...gateOf(results),
          ...(own.length === 0 ? {} : { own }),
        },
      },
      tests,
    },
  };
}

function testsOf(results: Results): Test[] {
  const unshown = unshownVerdict(results);
  const tests = allJudgements(results).map((judgement) => testOf(judgement, results));
  return unshown === undefined
    ? tests
    : [...tests, { name: 'verdict', status: 'other', rawStatus: results.verdict, duration: 0, message: unshown }];
}

/** A judgement takes no time that anybody would want to know: the exchanges come before it. */
function testOf(judgement: Judgement, results: Results): Test {
  const { check, phase, title, level, basis, outcome, findings, remedy, impact, blockedBy, requirements, waived } =
    judgement;
  const ways = waysOf(check, results);
  const isTold = outcome !== 'passed';
  return {
    id: uuidOf(check, targetOf(results)),
    name: `${check}: ${oneLine(title)}`,
    status: outcome === 'errored' ? 'failed' : statuses[bearingOf(judgement)],
    rawStatus: outcome,
    duration: 0,
    suite: [phase],
    tags: [level, basis],
    ...(isTold ? { message: oneLine(outcome === 'failed' ? headline(judgement) : reasonOf(judgement)) } : {}),
    ...(isTold && outcome !== 'inapplicable' ? { trace: explain(judgement, mostFindings) } : {}),
    extra: {
      check,
      level,
      requirements: requirements.map(({ id }) => id),
      ...(impact.hresult === undefined ? {} : { hresult: impact.hresult }),
      ...(blockedBy === undefined ? {} : { blockedBy }),
      ...(waived === undefined ? {} : { waived }),
      ...(ways.length === 0 ? {} : { ways }),
      ...(findings.length === 0 ? {} : { findings: findings.slice(0, mostFindings), remedy }),
    },
  };
}
